package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func hashOf(b []byte) (h tlog.Hash) {
	copy(h[:], b)
	return h
}

func pathOf(path [][]byte) (hashes []tlog.Hash) {
	for _, hash := range path {
		hashes = append(hashes, hashOf(hash))
	}
	return hashes
}

func verdict(err error) Answer {
	if err != nil {
		return Answer{Refused: err.Error()}
	}
	return Answer{}
}

// readProof checks a tlog-proof file: log, quorum of witnesses, and inclusion of the leaf.
func readProof(q Question) Answer {
	head, checkpoint, found := strings.Cut(string(q.File), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return Answer{Refused: "malformed proof"}
	}
	lines = lines[1:]
	if strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	var index int64
	if _, err := fmt.Sscanf(lines[0], "index %d", &index); err != nil {
		return Answer{Refused: "malformed index"}
	}
	var path tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return Answer{Refused: err.Error()}
		}
		path = append(path, hash)
	}
	tree, err := openCheckpoint(q, []byte(checkpoint))
	if err != nil {
		return Answer{Refused: err.Error()}
	}
	return verdict(tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(q.Leaf)))
}

// folder reads tiles from disk; C2SP paths lack the height that Go's have.
type folder string

func (folder) Height() int                         { return 8 }
func (folder) SaveTiles(t []tlog.Tile, d [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		b, err := os.ReadFile(filepath.Join(string(f), strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, b)
	}
	return data, nil
}

// readLog checks a whole exported log: every tile against the checkpoint, every entry against its leaf hash.
func readLog(q Question) Answer {
	msg, err := os.ReadFile(filepath.Join(q.Folder, "checkpoint"))
	if err != nil {
		return Answer{Refused: err.Error()}
	}
	tree, err := openCheckpoint(q, msg)
	if err != nil {
		return Answer{Refused: err.Error()}
	}
	reader := tlog.TileHashReader(tree, folder(q.Folder))
	for start := int64(0); start < tree.N; start += 256 {
		var indexes []int64
		for i := start; i < tree.N && i < start+256; i++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, i))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return Answer{Refused: err.Error()}
		}
		tile := tlog.Tile{H: 8, L: 0, N: start / 256, W: len(indexes)}
		name := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(q.Folder, name))
		if err != nil {
			return Answer{Refused: err.Error()}
		}
		for i, hash := range hashes {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return Answer{Refused: "malformed bundle"}
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:end]) != hash {
				return Answer{Refused: fmt.Sprintf("entry %d", start+int64(i))}
			}
			bundle = bundle[end:]
		}
		if len(bundle) != 0 {
			return Answer{Refused: "malformed bundle"}
		}
	}
	return Answer{Size: tree.N}
}
