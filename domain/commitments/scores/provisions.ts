/** The provisions that the Peace Accords Matrix looks for in an agreement, by the stems of their columns. */
import { distanceOf, plainName } from './columns.ts'

/**
 * The 51 stems of PAM_ID (Joshi, Quinn & Regan 2015, replication files), spelt as most of their columns are: the
 * published table has `disput_prov` beside `dispute_implem`. Their names are in `contract/provisions.en.json`.
 */
export const provisionStems = [
  ...['amnest', 'arbdam', 'arbland', 'bound', 'cease', 'child', 'citiz', 'civadm', 'const', 'cultr', 'decen'],
  ...['demob', 'develop', 'disarm', 'dispute', 'donor', 'educat', 'elect', 'embarg', 'ethrel', 'exerefm'],
  ...['humrts', 'idps', 'indmin', 'indrefer', 'judrfm', 'legref', 'media', 'milrfm', 'minrts', 'natres'],
  ...['offlan', 'pargrp', 'polrfm', 'powtran', 'prisr', 'ratm', 'refug', 'regpkf', 'reint', 'repar', 'roa'],
  ...['selfd', 'terpow', 'time', 'truth', 'unpkf', 'untran', 'verify', 'with', 'women'],
] as const

/** The stem that this one is or is one letter away from, such as `dispute` for `disput`; undefined if it is none. */
export const provisionOf = (stem: string): (typeof provisionStems)[number] | undefined => {
  const plain = plainName(stem)
  const exact = provisionStems.find((each) => each === plain)
  if (exact || plain.length < 5) return exact
  const near = provisionStems.filter((each) => each.length >= 5 && distanceOf(each, plain) <= 1)
  return near.length === 1 ? near[0] : undefined
}
