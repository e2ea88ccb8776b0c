package support

import (
	"encoding/json"
	"math"
	"sort"
	"strconv"
)

// decode reads a text that has to be what a schema takes.
func decode(data []byte, schema int) (*node, error) {
	var r report
	n, err := parse(data, &r)
	if err != nil {
		return nil, err
	}
	if !r.isPartial {
		r.check(&schemas[schema], n, "")
	}
	return n, r.err()
}

// validate says what of a value a schema does not take.
func validate(n *node, schema int) error {
	var r report
	r.check(&schemas[schema], n, "")
	return r.err()
}

func asString(n *node) string {
	return n.text
}

func asBool(n *node) bool {
	return n.text == "true"
}

func asInt(n *node) int64 {
	// What is read was found to be whole and in range before.
	d := decimalOf(n.text)
	d.digits += zeros(d.exponent)
	if d.negative {
		d.digits = "-" + d.digits
	}
	v, _ := strconv.ParseInt(d.digits, 10, 64)
	return v
}

func zeros(count int) string {
	const some = "00000000000000000000"
	return some[:min(max(count, 0), len(some))]
}

func asFloat(n *node) float64 {
	v, _ := strconv.ParseFloat(n.text, 64)
	return v
}

func asRaw(n *node) json.RawMessage {
	if n == nil {
		return nil
	}
	raw, _ := encode(n)
	return raw
}

// pointerTo gives the address of a new variable with the value.
func pointerTo[T any](v T) *T {
	return &v
}

// nilOr reads null as nil.
func nilOr[T any](read func(*node) T) func(*node) *T {
	return func(n *node) *T {
		if n == nil || n.kind == kindNull {
			return nil
		}
		return pointerTo(read(n))
	}
}

func asList[T any](read func(*node) T) func(*node) []T {
	return func(n *node) []T {
		if n == nil || n.kind == kindNull {
			return nil
		}
		list := make([]T, len(n.items))
		for i, item := range n.items {
			list[i] = read(item)
		}
		return list
	}
}

func asMap[T any](read func(*node) T) func(*node) map[string]T {
	return func(n *node) map[string]T {
		if n == nil || n.kind == kindNull {
			return nil
		}
		all := make(map[string]T, len(n.names))
		for _, name := range n.names {
			all[name] = read(n.members[name])
		}
		return all
	}
}

// asOthers reads the members of an object that are not listed.
func asOthers[T any](n *node, schema int, read func(*node) T) map[string]T {
	var others map[string]T
	for _, name := range n.names {
		if schemas[schema].member(name) == nil {
			if others == nil {
				others = map[string]T{}
			}
			others[name] = read(n.members[name])
		}
	}
	return others
}

func ofString(v string) *node {
	return &node{kind: kindString, text: v}
}

func ofBool(v bool) *node {
	return &node{kind: kindBool, text: strconv.FormatBool(v)}
}

func ofInt(v int64) *node {
	return &node{kind: kindInteger, text: strconv.FormatInt(v, 10)}
}

func ofFloat(v float64) *node {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return broken("it is no number of JSON")
	}
	text, _ := json.Marshal(v)
	return numberOf(string(text))
}

func ofRaw(v json.RawMessage) *node {
	if v == nil {
		return null()
	}
	var r report
	n, err := parse(v, &r)
	if err == nil {
		err = r.err()
	}
	if err != nil {
		return broken("it is no JSON: " + err.Error())
	}
	return n
}

// orNull writes nil as null.
func orNull[T any](write func(T) *node) func(*T) *node {
	return func(v *T) *node {
		if v == nil {
			return null()
		}
		return write(*v)
	}
}

func ofList[T any](write func(T) *node) func([]T) *node {
	return func(list []T) *node {
		n := &node{kind: kindArray}
		for _, item := range list {
			n.items = append(n.items, write(item))
		}
		return n
	}
}

func ofMap[T any](write func(T) *node) func(map[string]T) *node {
	return func(all map[string]T) *node {
		n := object()
		addOthers(n, all, write)
		return n
	}
}

// addOthers adds members in the order of their names. Those that are there already stay.
func addOthers[T any](n *node, all map[string]T, write func(T) *node) {
	names := make([]string, 0, len(all))
	for name := range all {
		if _, listed := n.members[name]; !listed {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		n.add(name, write(all[name]))
	}
}

// oneOf gives the one alternative that is set.
func oneOf(fields string, set []*node) *node {
	switch len(set) {
	case 0:
		return broken("none of " + fields + " is set")
	case 1:
		return set[0]
	default:
		return broken("more than one of " + fields + " is set")
	}
}
