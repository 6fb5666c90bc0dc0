// A second opinion: checks notes, checkpoints, proofs and tiles with Go's own
// golang.org/x/mod/sumdb packages and nothing of this project.
//
// It reads one JSON question per line and answers each with one JSON line.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Question holds what any of the questions needs; byte slices are base64.
type Question struct {
	Ask       string
	Logs      []string
	Witnesses []string
	Quorum    int
	Note      []byte
	File      []byte
	Leaf      []byte
	Key       string
	Index     int64
	From, To  int64
	Was, Is   []byte
	Hash      []byte
	Path      [][]byte
	Folder    string
}

// Answer is Refused with a reason, or what was found.
type Answer struct {
	Refused    string   `json:"refused,omitempty"`
	Text       []byte   `json:"text,omitempty"`
	Names      []string `json:"names,omitempty"`
	Unknown    int      `json:"unknown,omitempty"`
	WellFormed bool     `json:"wellFormed,omitempty"`
	Checkpoint string   `json:"checkpoint,omitempty"`
	Size       int64    `json:"size,omitempty"`
	Count      int      `json:"count,omitempty"`
}

func answer(q Question) Answer {
	switch q.Ask {
	case "note":
		return readNote(q)
	case "key":
		_, err := note.NewVerifier(q.Key)
		return verdict(err)
	case "proof":
		return readProof(q)
	case "log":
		return readLog(q)
	case "inclusion":
		return verdict(tlog.CheckRecord(pathOf(q.Path), q.To, hashOf(q.Is), q.Index, hashOf(q.Hash)))
	case "consistency":
		return verdict(tlog.CheckTree(pathOf(q.Path), q.To, hashOf(q.Is), q.From, hashOf(q.Was)))
	}
	return Answer{Refused: "unknown question"}
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	var keys Question
	for {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			q := keys
			if err := json.Unmarshal(line, &q); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			if q.Ask == "keys" {
				keys = Question{Logs: q.Logs, Witnesses: q.Witnesses, Quorum: q.Quorum}
				continue
			}
			encoder.Encode(answer(q))
		}
		if err != nil {
			return
		}
	}
}
