package support

import (
	"net/netip"
	"strings"
)

func isIPv4(text string) bool {
	address, err := netip.ParseAddr(text)
	return err == nil && address.Is4()
}

// isIPv6 takes no zone, which ParseAddr does.
func isIPv6(text string) bool {
	address, err := netip.ParseAddr(text)
	return err == nil && address.Is6() && !strings.Contains(text, "%")
}

// isUUID takes 8, 4, 4, 4 and 12 hexadecimal digits.
func isUUID(text string) bool {
	if len(text) != 36 {
		return false
	}
	for i := 0; i < len(text); i++ {
		switch {
		case i == 8 || i == 13 || i == 18 || i == 23:
			if text[i] != '-' {
				return false
			}
		case !isDigit(text[i]) && (text[i]|0x20 < 'a' || text[i]|0x20 > 'f'):
			return false
		}
	}
	return true
}

// isHostname takes labels of letters, digits and inner hyphens (RFC 1123 section 2.1).
func isHostname(text string) bool {
	if len(text) > 253 {
		return false
	}
	for _, label := range strings.Split(text, ".") {
		if len(label) < 1 || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := 0; i < len(label); i++ {
			if c := label[i]; !isDigit(c) && c != '-' && (c|0x20 < 'a' || c|0x20 > 'z') {
				return false
			}
		}
	}
	return true
}

// isDateTime takes a date and time of RFC 3339 section 5.6, on the calendar. A leap second is 23:59:60 in UTC.
func isDateTime(text string) bool {
	if len(text) < 20 || text[4] != '-' || text[7] != '-' || text[10]|0x20 != 't' || text[13] != ':' || text[16] != ':' {
		return false
	}
	century, year, month, day := twoDigits(text), twoDigits(text[2:]), twoDigits(text[5:]), twoDigits(text[8:])
	hour, minute, second := twoDigits(text[11:]), twoDigits(text[14:]), twoDigits(text[17:])
	if century < 0 || year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(century*100+year, month) {
		return false
	}
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 {
		return false
	}
	rest := text[19:]
	if rest[0] == '.' {
		fraction := strings.TrimLeft(rest[1:], "0123456789")
		if len(fraction) == len(rest)-1 {
			return false
		}
		rest = fraction
	}
	offset := 0
	switch {
	case rest == "Z" || rest == "z":
	case len(rest) == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':':
		hours, minutes := twoDigits(rest[1:]), twoDigits(rest[4:])
		if hours < 0 || hours > 23 || minutes < 0 || minutes > 59 {
			return false
		}
		offset = hours*60 + minutes
		if rest[0] == '-' {
			offset = -offset
		}
	default:
		return false
	}
	const day1 = 24 * 60
	inUTC := (hour*60 + minute - offset + 2*day1) % day1
	return second < 60 || inUTC == day1-1
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	default:
		return 31
	}
}

// twoDigits gives the number that two digits begin with, or -1.
func twoDigits(text string) int {
	if len(text) < 2 || !isDigit(text[0]) || !isDigit(text[1]) {
		return -1
	}
	return int(text[0]-'0')*10 + int(text[1]-'0')
}

func isDigit(c byte) bool {
	return c >= '0' && c <= '9'
}
