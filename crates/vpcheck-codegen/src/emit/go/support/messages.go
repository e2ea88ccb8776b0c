package support

import (
	"strconv"
	"strings"
)

// maxShown is how many characters of a text are shown.
const maxShown = 80

// subject names the value at a place.
func subject(at string) string {
	slash := strings.LastIndexByte(at, '/')
	if slash < 0 {
		return "the value"
	}
	name := strings.NewReplacer("~1", "/", "~0", "~").Replace(at[slash+1:])
	if _, err := strconv.Atoi(name); err == nil {
		return "item " + name
	}
	return "`" + shorten(name) + "`"
}

func shorten(text string) string {
	quoted := strconv.Quote(text)
	quoted = quoted[1 : len(quoted)-1]
	runes := []rune(quoted)
	if len(runes) > maxShown {
		return string(runes[:maxShown]) + "…"
	}
	return quoted
}

func shown(text string) string {
	return `"` + shorten(text) + `"`
}

func (n *node) shown() string {
	switch n.kind {
	case kindNull:
		return "null"
	case kindString:
		return shown(n.text)
	case kindArray:
		return "an array"
	case kindObject:
		return "an object"
	default:
		return shorten(n.text)
	}
}

// String names the types, with an article.
func (k kind) String() string {
	var names []string
	for _, each := range []struct {
		kind kind
		name string
	}{
		{kindObject, "an object"},
		{kindArray, "an array"},
		{kindString, "a string"},
		{kindNumber, "a number"},
		{kindInteger, "an integer"},
		{kindBool, "a boolean"},
		{kindNull, "null"},
	} {
		if each.kind == kindInteger && k&kindFraction != 0 {
			continue
		}
		if k&each.kind == each.kind {
			names = append(names, each.name)
		}
	}
	if names == nil {
		return "never there"
	}
	return strings.Join(names, " or ")
}

// alternatives lists values.
func alternatives(values []string) string {
	if len(values) == 0 {
		return "never there"
	}
	shown := make([]string, len(values))
	for i, value := range values {
		shown[i] = value
		if len(value) > maxShown {
			shown[i] = shorten(value)
		}
	}
	return strings.Join(shown, " or ")
}

// between says where a number has to be.
func between(minimum, maximum *bound) string {
	switch {
	case minimum == nil && maximum == nil:
		return "any number"
	case maximum == nil && minimum.exclusive:
		return "greater than " + minimum.number
	case maximum == nil:
		return "at least " + minimum.number
	case minimum == nil && maximum.exclusive:
		return "less than " + maximum.number
	case minimum == nil:
		return "at most " + maximum.number
	case minimum.exclusive || maximum.exclusive:
		return between(minimum, nil) + " and " + between(nil, maximum)
	default:
		return "between " + minimum.number + " and " + maximum.number
	}
}

// limits says how many there may be. The greatest number is one more than what is allowed, and 0 where all are.
func limits(least, most int) string {
	switch {
	case most == 0:
		return "at least " + strconv.Itoa(least)
	case least == 0:
		return "at most " + strconv.Itoa(most-1)
	default:
		return strconv.Itoa(least) + " to " + strconv.Itoa(most-1)
	}
}

func count(number int, noun string) string {
	if number == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(number) + " " + noun + "s"
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
