/** One log of a restored backup beside what mirrors have of it: whether all are one history, and who has most. */
import { toUtf8 } from '#domain/record/bytes.ts'
import { emptyFrontier, type Frontier, frontierRoot, grow, partialTileBytes, type TileBytes } from '#domain/record/frontier.ts'
import type { VerifierKey } from '#domain/record/key.ts'
import { emptyRoot, leafHash } from '#domain/record/tree.ts'
import { sameBytes } from '#domain/record/bytes.ts'
