package support

import (
	"strconv"
	"strings"
)

// decimal is a number: its digits without zeros at either end, times a power of ten. Zero has no digits.
type decimal struct {
	negative bool
	digits   string
	exponent int
}

func decimalOf(text string) decimal {
	var d decimal
	text, d.negative = strings.CutPrefix(text, "-")
	if at := strings.IndexAny(text, "eE"); at >= 0 {
		// An exponent that no int holds is that of zero: other numbers are out of range.
		d.exponent, _ = strconv.Atoi(strings.TrimPrefix(text[at+1:], "+"))
		text = text[:at]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	d.exponent -= len(fraction)
	digits := strings.TrimLeft(whole+fraction, "0")
	d.digits = strings.TrimRight(digits, "0")
	d.exponent += len(digits) - len(d.digits)
	if d.digits == "" {
		return decimal{}
	}
	return d
}

// String writes equal numbers equally.
func (d decimal) String() string {
	text := d.digits
	switch {
	case text == "":
		return "0"
	case d.exponent >= 0 && d.exponent <= 20:
		text += strings.Repeat("0", d.exponent)
	default:
		text += "e" + strconv.Itoa(d.exponent)
	}
	if d.negative {
		text = "-" + text
	}
	return text
}

func (d decimal) sign() int {
	switch {
	case d.digits == "":
		return 0
	case d.negative:
		return -1
	default:
		return 1
	}
}

// compare is -1 where d is less than other, 0 where they are equal, and 1 where it is greater.
func (d decimal) compare(other decimal) int {
	if d.sign() != other.sign() {
		if d.sign() < other.sign() {
			return -1
		}
		return 1
	}
	order := 0
	switch magnitude, theirs := len(d.digits)+d.exponent, len(other.digits)+other.exponent; {
	case magnitude < theirs:
		order = -1
	case magnitude > theirs:
		order = 1
	default:
		order = strings.Compare(d.digits, other.digits)
	}
	return order * d.sign()
}

// isMultipleOf says whether a whole number is a multiple of a step below 2^53.
func (d decimal) isMultipleOf(step uint64) bool {
	rest := uint64(0)
	for _, digit := range d.digits + strings.Repeat("0", d.exponent) {
		rest = (rest*10 + uint64(digit-'0')) % step
	}
	return rest == 0
}

// numberOf is the number that is written so.
func numberOf(text string) *node {
	if decimalOf(text).exponent >= 0 {
		return &node{kind: kindInteger, text: text}
	}
	return &node{kind: kindFraction, text: text}
}
