package support

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// schema says which values are taken: by their type, and for each type by what is said of it.
type schema struct {
	// what is what people call such a value, with its article.
	what string

	// as is the place in schemas of the one that this is; 0 is none.
	as       int
	nullable bool

	kinds    kind
	values   []string
	excluded []string

	minimum, maximum *bound
	multiples        []uint64
	// plain is set where an integer has to be written as one: 80, and not 80.0.
	plain bool

	// The greatest lengths and numbers are one more than what is taken, so that 0 is no limit.
	minLength, maxLength int
	tests                [][]test

	items              *schema
	minItems, maxItems int
	unique             bool

	members                []member
	patterns               []namePattern
	others                 *schema
	closed                 bool
	names                  *schema
	minMembers, maxMembers int

	arms []arm
	// tag is the member whose value tells the arm, where one does.
	tag      string
	isTagged bool
	// selectors are the members that tell the arm by being there.
	selectors    []string
	nullIsAbsent bool
}

// bound is a number that is not to be passed.
type bound struct {
	number    string
	exclusive bool
}

// member is a member that is listed.
type member struct {
	name     string
	required bool
	schema   *schema
}

// namePattern is for members whose name matches.
type namePattern struct {
	pattern *regexp.Regexp
	schema  *schema
}

// arm is one of several schemas, of which one is found.
type arm struct {
	schema *schema
	// tags are the values of the tag; nil is for all others.
	tags []string
	// present says which selectors are there.
	present []bool
}

// test is for a string.
type test struct {
	holds func(string) bool
	want  bool
	// says is what is wrong with a string that does not pass.
	says string
}

func (s *schema) member(name string) *member {
	for i := range s.members {
		if s.members[i].name == name {
			return &s.members[i]
		}
	}
	return nil
}

// find gives the arm that alone may take a value, or nil.
func (s *schema) find(n *node) (int, *arm) {
	for i := range s.arms {
		a := &s.arms[i]
		switch {
		case s.isTagged:
			tag := n.members[s.tag]
			if tag == nil || a.tags != nil && !contains(a.tags, tag.canonical()) {
				continue
			}
			return i, a
		case s.selectors != nil:
			if s.hasSelectors(n, a.present) {
				return i, a
			}
		default:
			if takes, nullable := a.schema.types(); takes&n.kind != 0 || nullable && n.kind == kindNull {
				return i, a
			}
		}
	}
	return -1, nil
}

func (s *schema) hasSelectors(n *node, present []bool) bool {
	for i, name := range s.selectors {
		if s.isThere(n, name) != present[i] {
			return false
		}
	}
	return true
}

func (s *schema) isThere(n *node, name string) bool {
	value := n.members[name]
	return value != nil && !(s.nullIsAbsent && value.kind == kindNull)
}

// types gives the types that are taken, and whether null is as well.
func (s *schema) types() (kind, bool) {
	nullable := s.nullable
	for s.as != 0 {
		s = &schemas[s.as]
		nullable = nullable || s.nullable
	}
	return s.kinds, nullable
}

// check reports what is not taken of a value.
func (r *report) check(s *schema, n *node, at string) {
	if n.kind == kindNone {
		r.add(at, subject(at)+" is not set right: "+n.text)
		return
	}
	what := s.what
	for nullable := s.nullable; ; nullable = nullable || s.nullable {
		if nullable && n.kind == kindNull {
			return
		}
		if s.as == 0 {
			break
		}
		s = &schemas[s.as]
		if what == "" {
			what = s.what
		}
	}
	if s.kinds&n.kind == 0 {
		r.add(at, subject(at)+" is "+n.shown()+", and "+orElse(what, "it")+" is "+s.kinds.String())
		return
	}
	if s.values != nil && !contains(s.values, n.canonical()) {
		r.add(at, subject(at)+" is "+n.shown()+", and "+orElse(what, "it")+" is "+alternatives(s.values))
		return
	}
	if s.excluded != nil && contains(s.excluded, n.canonical()) {
		r.add(at, subject(at)+" is "+n.shown()+", which is not allowed")
		return
	}
	switch {
	case s.arms != nil:
		r.checkArm(s, n, at)
	case n.kind == kindString:
		r.checkString(s, n, what, at)
	case n.kind == kindArray:
		r.checkArray(s, n, at)
	case n.kind == kindObject:
		r.checkObject(s, n, at)
	case n.kind&kindNumber != 0:
		r.checkNumber(s, n, what, at)
	}
}

func (r *report) checkArm(s *schema, n *node, at string) {
	if _, a := s.find(n); a != nil {
		r.check(a.schema, n, at)
		return
	}
	if s.isTagged {
		tag := n.members[s.tag]
		if tag == nil {
			r.add(at, subject(at)+" has no `"+shorten(s.tag)+"`")
			return
		}
		var all []string
		for _, a := range s.arms {
			all = append(all, a.tags...)
		}
		r.add(at+"/"+escapeToken(s.tag), "`"+shorten(s.tag)+"` is "+tag.shown()+", and it is "+alternatives(all))
		return
	}
	var there, all []string
	for _, name := range s.selectors {
		all = append(all, "`"+shorten(name)+"`")
		if s.isThere(n, name) {
			there = append(there, "`"+shorten(name)+"`")
		}
	}
	if there == nil {
		r.add(at, subject(at)+" has none of "+strings.Join(all, ", "))
		return
	}
	r.add(at, subject(at)+" has "+strings.Join(there, " and ")+", which do not go together")
}

func (r *report) checkNumber(s *schema, n *node, what, at string) {
	d := decimalOf(n.text)
	if s.minimum.below(d, 1) || s.maximum.below(d, -1) {
		r.add(at, subject(at)+" is "+n.shown()+", and "+orElse(what, "it")+" is "+between(s.minimum, s.maximum))
		return
	}
	for _, step := range s.multiples {
		if n.kind == kindFraction || !d.isMultipleOf(step) {
			r.add(at, subject(at)+" is "+n.shown()+", which is no multiple of "+strconv.FormatUint(step, 10))
			return
		}
	}
	if s.plain && strings.ContainsAny(n.text, ".eE") {
		r.add(at, subject(at)+" is written "+n.shown()+", and an integer is to be written without a fraction")
	}
}

// below says whether a number is beyond a bound: below it for 1, above it for -1.
func (b *bound) below(d decimal, side int) bool {
	if b == nil {
		return false
	}
	order := decimalOf(b.number).compare(d) * side
	return order > 0 || b.exclusive && order == 0
}

func (r *report) checkString(s *schema, n *node, what, at string) {
	if !utf8.ValidString(n.text) {
		r.add(at, subject(at)+" is not UTF-8")
		return
	}
	if s.minLength == 0 && s.maxLength == 0 && s.tests == nil {
		return
	}
	length := utf8.RuneCountInString(n.text)
	if length < s.minLength || s.maxLength > 0 && length > s.maxLength-1 {
		if length == 0 {
			r.add(at, subject(at)+" is empty")
			return
		}
		limit := "at least " + strconv.Itoa(s.minLength)
		if length >= s.minLength {
			limit = "at most " + strconv.Itoa(s.maxLength-1)
		}
		r.add(at, subject(at)+" is "+n.shown()+", and "+orElse(what, "it")+" has "+limit+" characters")
		return
	}
	for _, choice := range s.tests {
		says := make([]string, 0, len(choice))
		passes := false
		for _, t := range choice {
			passes = passes || t.holds(n.text) == t.want
			says = append(says, t.says)
		}
		if !passes {
			reason := "which " + strings.Join(says, " and ")
			if what != "" {
				reason = "which is not " + what
			}
			r.add(at, subject(at)+" is "+n.shown()+", "+reason)
			return
		}
	}
}

func (r *report) checkArray(s *schema, n *node, at string) {
	if len(n.items) < s.minItems || s.maxItems > 0 && len(n.items) > s.maxItems-1 {
		r.add(at, subject(at)+" has "+count(len(n.items), "item")+", and it has "+limits(s.minItems, s.maxItems))
	}
	seen := map[string]bool{}
	for i, item := range n.items {
		place := at + "/" + strconv.Itoa(i)
		if s.items != nil {
			r.check(s.items, item, place)
		}
		if s.unique {
			if key := item.canonical(); seen[key] {
				r.add(place, subject(place)+" is "+item.shown()+", which is there before")
			} else {
				seen[key] = true
			}
		}
	}
}

func (r *report) checkObject(s *schema, n *node, at string) {
	if len(n.names) < s.minMembers || s.maxMembers > 0 && len(n.names) > s.maxMembers-1 {
		r.add(at, subject(at)+" has "+count(len(n.names), "member")+", and it has "+limits(s.minMembers, s.maxMembers))
	}
	for i := range s.members {
		m := &s.members[i]
		value := n.members[m.name]
		if value != nil {
			place := at + "/" + escapeToken(m.name)
			if kinds, nullable := m.schema.types(); value.kind != kindNone && !nullable && kinds&^kindNull == 0 && kinds&value.kind == 0 {
				r.add(place, "`"+shorten(m.name)+"` does not belong here")
				continue
			}
			r.check(m.schema, value, place)
		} else if m.required {
			r.add(at, subject(at)+" has no `"+shorten(m.name)+"`")
		}
	}
	if s.names == nil && s.patterns == nil && s.others == nil && !s.closed {
		return
	}
	for _, name := range n.names {
		if s.member(name) == nil {
			r.checkOther(s, name, n.members[name], at+"/"+escapeToken(name))
		}
	}
}

func (r *report) checkOther(s *schema, name string, value *node, at string) {
	if s.names != nil {
		r.check(s.names, ofString(name), at)
	}
	matches := false
	for _, p := range s.patterns {
		if p.pattern.MatchString(name) {
			matches = true
			r.check(p.schema, value, at)
		}
	}
	switch {
	case matches:
	case s.closed:
		r.add(at, "there is no member `"+shorten(name)+"`")
	case s.others != nil:
		r.check(s.others, value, at)
	}
}

func contains(all []string, one string) bool {
	for _, each := range all {
		if each == one {
			return true
		}
	}
	return false
}

// atLeast is a test for so many characters.
func atLeast(least int) func(string) bool {
	return func(text string) bool {
		return utf8.RuneCountInString(text) >= least
	}
}

// oneOfTexts is a test for some texts.
func oneOfTexts(texts ...string) func(string) bool {
	return func(text string) bool {
		return contains(texts, text)
	}
}
