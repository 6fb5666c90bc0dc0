/** Who sponsors a draft, read from its title line: `Japan and United States of America: draft resolution`. */

// The two-part names of Member States, whose "and" joins no two sponsors (UNTERM, country names).
const twoPart =
  /^(?:Herzegovina|Barbuda|Tobago|Principe|the Grenadines|Nevis|Northern Ireland|Герцеговин|Барбуд|Тобаго|Принсипи|Гренадин|Невис|Северн\p{L}* Ирланди|Herzégovine|Barbuda|Tobago|Grenadines|Niévès|Irlande du Nord|las Granadinas|Irlanda del Norte)/u
const and = / (?:and|и|et|y|e) /gu

function splitLast(piece: string): readonly string[] {
  const cut = [...piece.matchAll(and)].findLast(
    (found) => !twoPart.test(piece.slice(found.index + found[0].length)),
  )
  if (cut === undefined) return [piece]
  return [piece.slice(0, cut.index), piece.slice(cut.index + cut[0].length)]
}

/** The sponsors of a title line that ends in a colon and the kind of paper, in the order printed. */
export function sponsorsOf(titleLine: string): readonly string[] {
  const colon = titleLine.search(/[:：]/u)
  if (colon < 0) return []
  const pieces = titleLine.slice(0, colon).split(/[,、，] ?/u)
  const last = pieces.pop() ?? ''
  return [...pieces, ...splitLast(last)].map((name) => name.trim()).filter((name) => name !== '')
}
