//! The threads that judge documents.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The threads that judge documents. Without threads of its own, the one that asks does the work.
pub(super) struct Workers(Option<ThreadPool>);

impl Workers {
    /// So many threads, or as many as there are processors, but no more than there are documents.
    pub(super) fn new(threads: Option<NonZeroUsize>, documents: usize) -> Workers {
        // How many processors there are stands in several files, which take longer to read than one document.
        let processors = || if documents > 1 { available_parallelism().map_or(1, NonZeroUsize::get) } else { 1 };
        let threads = threads.map_or_else(processors, NonZeroUsize::get).min(documents);
        let pool = (threads > 1).then(|| ThreadPoolBuilder::new().num_threads(threads).build());
        Workers(pool.and_then(Result::ok))
    }

    /// What becomes of each item, in their order.
    pub(super) fn all<T: Sync, V: Send>(&self, items: &[T], work: impl Fn(&T) -> V + Send + Sync) -> Vec<V> {
        match &self.0 {
            Some(pool) if items.len() > 1 => pool.install(|| items.par_iter().map(&work).collect()),
            _ => items.iter().map(work).collect(),
        }
    }
}
