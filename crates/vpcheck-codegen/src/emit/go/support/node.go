package support

import (
	"bytes"
	"encoding/json"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep arrays and objects may be nested.
const maxDepth = 127

// kind is a set of JSON types. Whole numbers and fractions are apart.
type kind uint8

const (
	kindNull kind = 1 << iota
	kindBool
	kindInteger
	kindFraction
	kindString
	kindArray
	kindObject

	kindNumber = kindInteger | kindFraction
	kindAny    = 1<<7 - 1

	// kindNone is that of a value of Go that no JSON stands for.
	kindNone kind = 0
)

// node is a value of JSON.
type node struct {
	kind kind

	// text is a string, a number or a boolean; of no JSON at all, it says why.
	text string

	items []*node

	// names are those of the members, in their order.
	names   []string
	members map[string]*node
}

// member gives the member of a name, or nil where it is not there or null.
func (n *node) member(name string) *node {
	if m := n.members[name]; m != nil && m.kind != kindNull {
		return m
	}
	return nil
}

// add adds a member.
func (n *node) add(name string, value *node) {
	n.names = append(n.names, name)
	n.members[name] = value
}

func object() *node {
	return &node{kind: kindObject, members: map[string]*node{}}
}

func null() *node {
	return &node{kind: kindNull}
}

func broken(why string) *node {
	return &node{kind: kindNone, text: why}
}

// parse reads a JSON text, and fails where it is none. What no value keeps is reported: names that are given twice, and what is
// no Unicode or no number.
func parse(data []byte, r *report) (*node, error) {
	var raw json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, err
	}
	p := parser{data: data, report: r}
	return p.value("", 0), nil
}

// parser reads a text that is known to be right JSON.
type parser struct {
	data   []byte
	at     int
	report *report
}

func (p *parser) skipSpace() {
	for p.at < len(p.data) && strings.IndexByte(" \t\r\n", p.data[p.at]) >= 0 {
		p.at++
	}
}

func (p *parser) value(pointer string, depth int) *node {
	p.skipSpace()
	switch p.data[p.at] {
	case '{', '[':
		if depth == maxDepth {
			p.report.unread(pointer, "arrays and objects are nested deeper than "+strconv.Itoa(maxDepth))
			p.at = len(p.data)
			return null()
		}
		if p.data[p.at] == '{' {
			return p.object(pointer, depth+1)
		}
		return p.array(pointer, depth+1)
	case '"':
		return &node{kind: kindString, text: p.string(pointer)}
	}
	start := p.at
	for p.at < len(p.data) && strings.IndexByte(" \t\r\n,]}", p.data[p.at]) < 0 {
		p.at++
	}
	switch text := string(p.data[start:p.at]); text {
	case "null":
		return null()
	case "true", "false":
		return &node{kind: kindBool, text: text}
	default:
		if _, err := strconv.ParseFloat(text, 64); err != nil {
			p.report.unread(pointer, shown(text)+" is out of range: a number has to fit into a double")
			return null()
		}
		return numberOf(text)
	}
}

func (p *parser) object(pointer string, depth int) *node {
	n := object()
	for p.at++; ; {
		p.skipSpace()
		if p.at >= len(p.data) {
			return n
		}
		switch p.data[p.at] {
		case '}':
			p.at++
			return n
		case ',':
			p.at++
			continue
		}
		name := p.string(pointer)
		p.skipSpace()
		p.at++
		place := pointer + "/" + escapeToken(name)
		value := p.value(place, depth)
		if _, twice := n.members[name]; twice {
			p.report.add(place, "`"+shorten(name)+"` is given twice")
			continue
		}
		n.add(name, value)
	}
}

func (p *parser) array(pointer string, depth int) *node {
	n := &node{kind: kindArray}
	for p.at++; ; {
		p.skipSpace()
		if p.at >= len(p.data) {
			return n
		}
		switch p.data[p.at] {
		case ']':
			p.at++
			return n
		case ',':
			p.at++
			continue
		}
		n.items = append(n.items, p.value(pointer+"/"+strconv.Itoa(len(n.items)), depth))
	}
}

// string reads the string that begins here.
func (p *parser) string(pointer string) string {
	start := p.at
	escaped := false
	for p.at++; p.data[p.at] != '"'; p.at++ {
		if p.data[p.at] == '\\' {
			escaped = true
			p.at++
		}
	}
	p.at++
	quoted := p.data[start:p.at]
	if !utf8.Valid(quoted) {
		p.report.unread(pointer, "a string is not UTF-8")
		return ""
	}
	text := string(quoted[1 : len(quoted)-1])
	if escaped {
		if hasLoneSurrogate(text) {
			p.report.unread(pointer, "a string has half of a surrogate pair")
		}
		// It was found to be a string before.
		_ = json.Unmarshal(quoted, &text)
	}
	return text
}

// hasLoneSurrogate says whether a string that is not decoded has an escape that is half of a character.
func hasLoneSurrogate(text string) bool {
	unit := func(at int) uint64 {
		if at+6 > len(text) || text[at:at+2] != `\u` {
			return 0
		}
		unit, _ := strconv.ParseUint(text[at+2:at+6], 16, 16)
		return unit
	}
	for at := 0; at < len(text); at++ {
		if text[at] != '\\' {
			continue
		}
		switch first := unit(at); {
		case first >= 0xD800 && first < 0xDC00:
			if second := unit(at + 6); second < 0xDC00 || second > 0xDFFF {
				return true
			}
			at += 11
		case first >= 0xDC00 && first <= 0xDFFF:
			return true
		default:
			at++
		}
	}
	return false
}

// encode writes a value as JSON.
func encode(n *node) ([]byte, error) {
	var buffer bytes.Buffer
	if err := n.write(&buffer, ""); err != nil {
		return nil, err
	}
	return buffer.Bytes(), nil
}

func (n *node) write(buffer *bytes.Buffer, pointer string) error {
	switch n.kind {
	case kindNone:
		return &ValidationError{Pointer: pointer, Message: n.text}
	case kindNull:
		buffer.WriteString("null")
	case kindString:
		quoted, err := json.Marshal(n.text)
		if err != nil {
			return err
		}
		buffer.Write(quoted)
	case kindArray:
		buffer.WriteByte('[')
		for i, item := range n.items {
			if i > 0 {
				buffer.WriteByte(',')
			}
			if err := item.write(buffer, pointer+"/"+strconv.Itoa(i)); err != nil {
				return err
			}
		}
		buffer.WriteByte(']')
	case kindObject:
		buffer.WriteByte('{')
		for i, name := range n.names {
			if i > 0 {
				buffer.WriteByte(',')
			}
			quoted, err := json.Marshal(name)
			if err != nil {
				return err
			}
			buffer.Write(quoted)
			buffer.WriteByte(':')
			if err := n.members[name].write(buffer, pointer+"/"+escapeToken(name)); err != nil {
				return err
			}
		}
		buffer.WriteByte('}')
	default:
		buffer.WriteString(n.text)
	}
	return nil
}

// canonical writes equal values equally: numbers by their value, members by their names.
func (n *node) canonical() string {
	switch n.kind {
	case kindNull:
		return "null"
	case kindString:
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(n.text) + `"`
	case kindArray:
		items := make([]string, len(n.items))
		for i, item := range n.items {
			items[i] = item.canonical()
		}
		return "[" + strings.Join(items, ",") + "]"
	case kindObject:
		members := make([]string, len(n.names))
		for i, name := range n.names {
			key := node{kind: kindString, text: name}
			members[i] = key.canonical() + ":" + n.members[name].canonical()
		}
		sort.Strings(members)
		return "{" + strings.Join(members, ",") + "}"
	case kindInteger, kindFraction:
		return decimalOf(n.text).String()
	default:
		return n.text
	}
}

// escapeToken writes a name as a part of a JSON Pointer.
func escapeToken(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}
