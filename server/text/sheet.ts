/** The sheet on which a text is printed, in the language of Typst. Words reach it as data alone and are never its markup. */
export const sheet = `
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#22262d")
#let quiet = rgb("#626a76")
#let rule = rgb("#d8d1c2")
#let size = 10.5pt
#let step = 15pt
#let margin = (x: 18mm, top: 24mm, bottom: 27mm)
#let columns = data.languages.len()
#let gutter = 8mm
#let numbers = 7mm
#let width = 210mm - 2 * margin.x - numbers
#let column = (width - (columns - 1) * gutter) / columns

#let between(parts) = parts.join(text("   ·   "))
#let counted(label) = {
  let said = label.replace("{n}", str(counter(page).get().first()))
  said.replace("{of}", str(counter(page).final().first()))
}

#set document(title: data.title, date: none)
#set page(
  paper: "a4",
  margin: margin,
  header: {
    set text(size: 8pt, fill: quiet)
    grid(columns: (1fr, auto), align: (left + top, right + top),
      text(data.cite),
      stack(dir: ttb, spacing: 3pt, ..data.copy.map(line => text(line))),
    )
  },
  footer: context {
    set text(size: 8pt, fill: quiet)
    set align(center)
    stack(dir: ttb, spacing: 4pt,
      between(data.labels.map(each => text(counted(each.page)))),
      if data.hash != "" { text(size: 6.8pt, font: "DejaVu Sans Mono", data.hash) },
    )
  },
)
// Every line is as high as any other, so that lines of both languages stand beside each other and can be counted.
#set text(font: ("Libertinus Serif", "New Computer Modern"), size: size, fill: ink, top-edge: 0.75em, bottom-edge: -0.25em, hyphenate: true, costs: (widow: 0%, orphan: 0%))
#set par(leading: step - 1em, spacing: step - 1em, justify: false)
#set footnote.entry(gap: 3pt, clearance: 6pt)
#show footnote.entry: set text(size: 8.5pt, top-edge: "cap-height", bottom-edge: "baseline")
#set super(typographic: true)

#let note(run) = footnote(numbering: (..) => str(run.number), text(run.words))
#let labelOf(lang) = data.labels.at(data.languages.position(each => each == lang))

#let show-runs(runs, lang) = {
  if runs == none { return text(style: "italic", fill: quiet, "… " + labelOf(lang).untranslated) }
  for run in runs {
    if run.kind == "words" { text(run.words) }
    else if run.kind == "mark" { if run.placeholder { text(weight: "bold", run.words) } else { text(run.words) } }
    else if run.kind == "note" { note(run) }
    else if run.kind == "open" { text(weight: "bold", fill: quiet, "[…]") }
    else {
      text(weight: "bold", "[")
      for (i, alternative) in run.alternatives.enumerate() {
        if i > 0 { text(weight: "bold", " | ") }
        if alternative.name != "" { text(size: 0.8em, weight: "bold", fill: quiet, alternative.name + ": ") }
        if alternative.runs != none and alternative.runs.len() == 0 { text("—") }
        else { show-runs(alternative.runs, lang) }
      }
      text(weight: "bold", "]")
    }
  }
}

#let headed = ("title", "heading", "annex")
#let cell(row, lang) = {
  let one = row.cells.at(lang)
  let head = headed.contains(row.kind)
  set text(lang: lang.split("-").first(), weight: if head { "bold" } else { "regular" }, hyphenate: not head)
  set align(if head { center } else { start })
  let words = show-runs(one.runs, lang)
  let number = if one.number == none { none } else { text(one.number) }
  let indent = calc.min(row.depth, 4) * 5mm
  if number == none or head {
    pad(left: indent, { if number != none { number; text(" ") }; words })
  } else if row.kind == "article" {
    pad(left: indent, { text(weight: "bold", one.number); text(". "); words })
  } else {
    pad(left: indent, grid(columns: (8mm, 1fr), number, words))
  }
}

#let side(lang) = {
  set align(center)
  set text(lang: lang.split("-").first(), hyphenate: false)
  if data.originals.len() > 0 { text(size: 9pt, fill: quiet, data.originals.at(lang)); linebreak() }
  if data.titles.at(lang) != "" { par(text(size: 15pt, weight: "bold", top-edge: 0.9em, data.titles.at(lang))) }
  text(size: 9.5pt, fill: quiet, data.parties.at(lang).join("  ·  "))
}
#grid(columns: (numbers,) + (column,) * columns, column-gutter: (0mm,) + (gutter,) * (columns - 1), [], ..data.languages.map(side))
#v(step)

#context {
  let line = 0
  let children = ()
  for row in data.rows {
    let cells = data.languages.map(lang => cell(row, lang))
    let counts = cells.map(each => int(calc.round((measure(width: column, each).height + step - 1em.to-absolute()) / step)))
    let most = calc.max(1, ..counts)
    let counting = range(most).map(i => {
      let n = line + i + 1
      if calc.rem(n, 5) == 0 { str(n) } else { " " }
    })
    line += most
    children.push(grid.cell(text(size: size, fill: quiet, counting.map(each => text(size: size, box(text(size: 7pt, each)))).join(linebreak()))))
    children += cells.map(each => grid.cell(each))
  }
  grid(columns: (numbers,) + (column,) * columns, column-gutter: (0mm,) + (gutter,) * (columns - 1), row-gutter: step - 1em + 4pt, ..children)
}

#let foot(content) = block(breakable: false, above: 2 * step, width: 100%, content)
#if data.open.len() > 0 {
  foot(pad(left: numbers, text(size: 8.5pt, fill: quiet, stack(dir: ttb, spacing: 5pt, ..data.open.map(each => text(each))))))
}
#if data.signing {
  let places = range(data.parties.at(data.languages.first()).len())
  foot(pad(left: numbers, grid(columns: (1fr,) * calc.max(1, places.len()), column-gutter: gutter, ..places.map(i => {
    v(18mm)
    std.line(length: 100%, stroke: 0.5pt + ink)
    stack(dir: ttb, spacing: 4pt, ..data.languages.map(lang => text(size: 9pt, data.parties.at(lang).at(i))))
  }))))
}
#if data.url != "" {
  foot(pad(left: numbers, grid(columns: (24mm, 1fr), column-gutter: 5mm, align: (left + horizon, left + horizon),
    image(bytes(data.qr), format: "svg", width: 24mm),
    {
      set text(size: 8.5pt)
      stack(dir: ttb, spacing: 5pt,
        ..data.labels.map(each => text(fill: quiet, each.verify)).dedup(),
        text(data.url),
        text(fill: quiet, data.cite),
        text(size: 7pt, font: "DejaVu Sans Mono", data.hash),
      )
    },
  )))
}
`
