package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// verifier is a note.Verifier for any way of checking a signature.
type verifier struct {
	name   string
	hash   uint32
	verify func(msg, sig []byte) bool
}

func (v verifier) Name() string                { return v.name }
func (v verifier) KeyHash() uint32             { return v.hash }
func (v verifier) Verify(msg, sig []byte) bool { return v.verify(msg, sig) }

// cosigner reads the key of a witness: cosignature/v1 of c2sp.org/tlog-cosignature.
func cosigner(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("malformed witness key")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("malformed witness key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, errors.New("wrong id of witness key")
	}
	return verifier{parts[0], hash, func(msg, sig []byte) bool {
		if len(sig) != 72 {
			return false
		}
		time := binary.BigEndian.Uint64(sig)
		signed := append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", time)), msg...)
		return ed25519.Verify(key[1:], signed, sig[8:])
	}}, nil
}

// verifiers reads the keys of a question; unless checked, their signatures only need the right shape.
func verifiers(q Question, checked bool) (note.Verifiers, error) {
	var list []note.Verifier
	for _, vkey := range q.Logs {
		v, err := note.NewVerifier(vkey)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	for _, vkey := range q.Witnesses {
		v, err := cosigner(vkey)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	if !checked {
		for i, v := range list {
			length := 64
			if i >= len(q.Logs) {
				length = 72
			}
			list[i] = verifier{v.Name(), v.KeyHash(), func(msg, sig []byte) bool {
				return len(sig) == length && (length == 64 || binary.BigEndian.Uint64(sig) < 1<<53)
			}}
		}
	}
	return note.VerifierList(list...), nil
}

// parseCheckpoint reads origin and extension lines as c2sp.org/tlog-checkpoint has them,
// and leaves size and root to tlog.ParseTree, which knows but one origin.
func parseCheckpoint(text string) (string, tlog.Tree, error) {
	lines := strings.Split(text, "\n")
	if lines[0] == "" || lines[len(lines)-1] != "" {
		return "", tlog.Tree{}, errors.New("malformed checkpoint")
	}
	for i, line := range lines[:len(lines)-1] {
		if i > 2 && line == "" {
			return "", tlog.Tree{}, errors.New("empty extension line")
		}
	}
	rest := text[len(lines[0]):]
	tree, err := tlog.ParseTree([]byte("go.sum database tree" + rest))
	return lines[0], tree, err
}

// readNote answers with the verdict on the grammar, on the signatures, and on the checkpoint inside.
func readNote(q Question) Answer {
	var unverified *note.UnverifiedNoteError
	_, err := note.Open(q.Note, nil)
	answer := Answer{WellFormed: errors.As(err, &unverified)}
	loose, err := verifiers(q, false)
	if err != nil {
		return Answer{Refused: err.Error()}
	}
	if n, err := note.Open(q.Note, loose); err == nil {
		origin, tree, err := parseCheckpoint(n.Text)
		switch {
		case err != nil:
			answer.Checkpoint = "malformed"
		case tree.N > 1<<53-1:
			answer.Checkpoint = "beyond"
		default:
			answer.Checkpoint = fmt.Sprintf("%s %d %x", origin, tree.N, tree.Hash[:])
		}
	}
	strict, _ := verifiers(q, true)
	n, err := note.Open(q.Note, strict)
	if err != nil {
		answer.Refused = "refused"
		return answer
	}
	answer.Text, answer.Unknown = []byte(n.Text), len(n.UnverifiedSigs)
	for _, sig := range n.Sigs {
		answer.Names = append(answer.Names, sig.Name)
	}
	return answer
}

// openCheckpoint opens a checkpoint that its log signed and enough witnesses cosigned.
func openCheckpoint(q Question, msg []byte) (tlog.Tree, error) {
	known, err := verifiers(q, true)
	if err != nil {
		return tlog.Tree{}, err
	}
	n, err := note.Open(msg, known)
	if err != nil {
		return tlog.Tree{}, err
	}
	origin, tree, err := parseCheckpoint(n.Text)
	if err != nil {
		return tlog.Tree{}, err
	}
	logs, witnesses := 0, 0
	for _, sig := range n.Sigs {
		if sig.Name == origin {
			logs++
		} else {
			witnesses++
		}
	}
	if logs == 0 || witnesses < q.Quorum {
		return tlog.Tree{}, errors.New("no quorum")
	}
	return tree, nil
}
