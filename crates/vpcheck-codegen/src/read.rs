//! From a tree to subschemas: every keyword is read at its place, or refused there.

mod dialect;
mod keyword;
pub mod limits;
mod locate;
pub(crate) mod pattern;
mod rule;
mod subschema;
mod value;

use std::collections::{HashMap, HashSet, VecDeque};

use vpcheck_syntax::{Node, Tree};

#[cfg(test)]
pub(crate) use self::value::json;
use self::{dialect::Dialect, locate::Index};
pub(crate) use self::{
    keyword::Standing,
    subschema::{IGNORED_HELP, SchemaId, Subschema, ignored_beside_reference},
};
use crate::{
    ledger::PathId,
    refusal::{Findings, Refusal, shorten},
};

/// A schema document, read but not yet understood.
#[derive(Debug)]
pub(crate) struct Schemas {
    /// All subschemas; the document itself is the first one.
    pub(crate) list: Vec<Subschema>,
    /// Those that have a name: entries of `$defs` and targets of `$ref`, in the order of the text.
    pub(crate) named: Vec<SchemaId>,
}

impl Schemas {
    /// The subschema that `id` stands for.
    pub(crate) fn get(&self, id: SchemaId) -> &Subschema {
        // Ids are made together with the subschemas, and none is ever removed.
        &self.list[id.index()]
    }
}

/// Reads all subschemas of a document.
pub(crate) fn schema(tree: &Tree<'_>, findings: &mut Findings) -> Schemas {
    let root = tree.root();
    let dialect = dialect::of(root);
    let mut reader = Reader {
        findings,
        dialect,
        root,
        base: root.get(dialect.id()).and_then(|member| member.value.as_str()).unwrap_or_default().trim_end_matches('#'),
        list: Vec::new(),
        ids: HashMap::new(),
        queue: VecDeque::new(),
        references: Vec::new(),
        anchors: HashMap::new(),
        named: HashSet::new(),
        spare: None,
    };
    reader.subschema(root, PathId::ROOT, Standing::Typed);
    reader.run();
    let Reader { list, named, .. } = reader;
    let mut named: Vec<SchemaId> = named.into_iter().collect();
    named.sort_by_key(|id| list.get(id.index()).map(|schema| schema.span.start));
    Schemas { list, named }
}

struct Reader<'t, 'f> {
    findings: &'f mut Findings,
    dialect: Dialect,
    root: Node<'t>,
    /// The address of the root, without a fragment.
    base: &'t str,
    list: Vec<Subschema>,
    /// The subschema that starts at an offset: no two values start at the same one.
    ids: HashMap<u32, SchemaId>,
    queue: VecDeque<Task<'t>>,
    references: Vec<Reference<'t>>,
    anchors: HashMap<&'t str, SchemaId>,
    named: HashSet<SchemaId>,
    /// What stands for all subschemas beyond the limit.
    spare: Option<SchemaId>,
}

/// A subschema that is to be read.
struct Task<'t> {
    id: SchemaId,
    node: Node<'t>,
    /// `Checked` inside of a string that a hand-written type checks.
    standing: Standing,
}

/// A `$ref` that is to be followed.
struct Reference<'t> {
    from: SchemaId,
    path: PathId,
    text: &'t str,
}

impl<'t> Reader<'t, '_> {
    /// Reads until nothing is left; targets of references are read last, since most of them are known by then.
    fn run(&mut self) {
        let mut index = Index::default();
        loop {
            while let Some(task) = self.queue.pop_front() {
                self.read(&task);
            }
            if self.references.is_empty() {
                return;
            }
            for reference in std::mem::take(&mut self.references) {
                self.follow(&reference, &mut index);
            }
        }
    }

    /// The subschema that `node` is, to be read later if it is new.
    fn subschema(&mut self, node: Node<'t>, path: PathId, standing: Standing) -> SchemaId {
        let start = node.span().start;
        if let Some(&id) = self.ids.get(&start) {
            return id;
        }
        if let Some(id) = self.spare {
            return id;
        }
        let id = SchemaId::new(self.list.len());
        self.list.push(Subschema::new(path, node.span()));
        if self.list.len() >= limits::SHAPES {
            self.findings.refuse_at(
                path,
                node.span(),
                Refusal::TooLarge,
                format!("the document has more than {} subschemas", limits::SHAPES),
                "split the schema",
            );
            self.spare = Some(id);
            return id;
        }
        self.ids.insert(start, id);
        self.queue.push_back(Task { id, node, standing });
        id
    }

    fn follow(&mut self, reference: &Reference<'t>, index: &mut Index<'t>) {
        match self.target(reference.text, index) {
            Ok(target) => {
                self.named.insert(target);
                if let Some(schema) = self.list.get_mut(reference.from.index()) {
                    schema.reference = Some(target);
                }
            }
            Err(problem) => {
                let message = format!("`$ref` is {:?}, and {}", shorten(reference.text), problem.message);
                self.findings.refuse(reference.path, Refusal::UnresolvedReference, message, problem.help);
            }
        }
    }

    fn target(&mut self, text: &'t str, index: &mut Index<'t>) -> Result<SchemaId, locate::Problem> {
        let fragment = locate::fragment(text, self.base)?;
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return self.anchors.get(fragment.as_str()).copied().ok_or(locate::NO_ANCHOR);
        }
        let (node, tokens) = index.find(self.root, &fragment)?;
        if let Some(&id) = self.ids.get(&node.span().start) {
            return Ok(id);
        }
        let mut path = PathId::ROOT;
        for token in &tokens {
            path = self.findings.ledger.paths_mut().child(path, token);
        }
        Ok(self.subschema(node, path, Standing::Typed))
    }
}
