// Command judge says of each document whether the exported packages take it.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"judge/servicerequest"
	"judge/serviceresponse"
	"judge/wrangler"
)

// value is what every exported type can do.
type value interface {
	json.Unmarshaler
	json.Marshaler
	Validate() error
}

var roots = map[string]func() value{
	"ServiceRequest":     func() value { return new(servicerequest.ServiceRequest) },
	"SingleEnvelope":     func() value { return new(serviceresponse.SingleEnvelope) },
	"CollectionEnvelope": func() value { return new(serviceresponse.CollectionEnvelope) },
	"DeleteEnvelope":     func() value { return new(serviceresponse.DeleteEnvelope) },
	"ServiceResponse":    func() value { return new(serviceresponse.ServiceResponse) },
	"Bindings":           func() value { return new(wrangler.Bindings) },
}

// document is a line of what is judged.
type document struct {
	ID   uint64 `json:"id"`
	Root string `json:"root"`
	Text string `json:"text"`
}

// verdict is a line of what is said.
type verdict struct {
	ID    uint64 `json:"id"`
	Valid bool   `json:"valid"`
	Error string `json:"error,omitempty"`
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return err
		}
		taken, err := judge(d)
		if err != nil {
			return fmt.Errorf("%d: %w\n%s", d.ID, err, d.Text)
		}
		said := verdict{ID: d.ID, Valid: taken == nil}
		if taken != nil {
			said.Error = strings.ReplaceAll(taken.Error(), "\n", "; ")
		}
		line, err := json.Marshal(said)
		if err != nil {
			return err
		}
		out.Write(append(line, '\n'))
	}
	return lines.Err()
}

// judge reads a document. What was read has to be valid, and the same again after it was written: that it is not fails.
func judge(d document) (taken, failed error) {
	make, ok := roots[d.Root]
	if !ok {
		return nil, fmt.Errorf("there is no root %s", d.Root)
	}
	read := make()
	if err := json.Unmarshal([]byte(d.Text), read); err != nil {
		return err, nil
	}
	if err := read.Validate(); err != nil {
		return nil, fmt.Errorf("what was read is not valid: %w", err)
	}
	written, err := json.Marshal(read)
	if err != nil {
		return nil, err
	}
	again := make()
	if err := json.Unmarshal(written, again); err != nil {
		return nil, fmt.Errorf("%s is not read: %w", written, err)
	}
	twice, err := json.Marshal(again)
	if err == nil && string(twice) != string(written) {
		err = fmt.Errorf("%s is %s after it was read", written, twice)
	}
	return nil, err
}
