package support

import (
	"errors"
)

// ValidationError is one thing that is wrong with a value, and where.
type ValidationError struct {
	// Pointer is a JSON Pointer (RFC 6901) to what is wrong; it is empty for the whole value.
	Pointer string

	// Message says what is wrong, in one sentence.
	Message string
}

// Error gives the message behind its place.
func (e *ValidationError) Error() string {
	if e.Pointer == "" {
		return e.Message
	}
	return e.Pointer + ": " + e.Message
}

// ValidationErrors gives all things that are wrong, out of the error of Validate or of [encoding/json.Unmarshal].
func ValidationErrors(err error) []*ValidationError {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []*ValidationError
		for _, part := range joined.Unwrap() {
			all = append(all, ValidationErrors(part)...)
		}
		return all
	}
	var one *ValidationError
	if errors.As(err, &one) {
		return []*ValidationError{one}
	}
	return nil
}

// maxErrors is how many things are reported of one value.
const maxErrors = 100

// report collects what is wrong.
type report struct {
	errs []error
	// isPartial is set where some part could not be read: what is missing may be there.
	isPartial bool
}

func (r *report) add(pointer, message string) {
	if len(r.errs) < maxErrors {
		r.errs = append(r.errs, &ValidationError{Pointer: pointer, Message: message})
	}
}

// unread reports what could not be read.
func (r *report) unread(pointer, message string) {
	r.isPartial = true
	r.add(pointer, message)
}

func (r *report) err() error {
	return errors.Join(r.errs...)
}
