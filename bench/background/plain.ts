/** What the time line is measured against: a mark for each event and a row for each event, with no framework and no sums saved. */

interface Shown {
  readonly when: string
  readonly kind: string
  readonly name: { readonly en: string }
}

const script = `
const [from, to] = [Date.UTC(1938, 0, 1), Date.UTC(2026, 0, 1)]
const sheet = document.querySelector('svg')
let frame = [from, to]
let chosen = -1
const at = (day) => ((day - frame[0]) / (frame[1] - frame[0])) * 960
const days = events.map(({ when }) => when.split('/').map((day) => Date.parse(day)))
const marks = events.map((event, n) => {
  const mark = document.createElementNS('http://www.w3.org/2000/svg', days[n].length > 1 ? 'rect' : 'circle')
  mark.setAttribute('role', 'button')
  mark.setAttribute('tabindex', '-1')
  mark.setAttribute('aria-label', event.when + ': ' + event.name.en)
  mark.addEventListener('click', () => choose(n))
  sheet.append(mark)
  return mark
})
const place = () => {
  marks.forEach((mark, n) => {
    const [begin, end] = days[n]
    if (end === undefined) {
      mark.setAttribute('cx', at(begin))
      mark.setAttribute('cy', 20 + (n % 9) * 15)
      mark.setAttribute('r', 6)
    } else {
      mark.setAttribute('x', at(begin))
      mark.setAttribute('y', 180 + (n % 7) * 14)
      mark.setAttribute('width', Math.max(2, at(end) - at(begin)))
      mark.setAttribute('height', 10)
    }
  })
}
const order = events.map((_, n) => n).sort((one, other) => days[one][0] - days[other][0])
const choose = (n) => {
  if (chosen >= 0) marks[chosen].setAttribute('aria-pressed', 'false')
  chosen = n
  marks[n].setAttribute('aria-pressed', 'true')
  document.querySelector('#chosen').textContent = events[n].name.en
  marks[n].focus()
}
sheet.addEventListener('keydown', () => choose(order[Math.min(order.length - 1, order.indexOf(chosen) + 1)]))
const show = (next) => { frame = next; place() }
const about = (times) => {
  const middle = (frame[0] + frame[1]) / 2
  const half = (frame[1] - frame[0]) / 2 / times
  show([middle - half, middle + half])
}
const move = (share) => show(frame.map((day) => day + (frame[1] - frame[0]) * share))
const does = { Closer: () => about(2), Farther: () => about(0.5), Earlier: () => move(-0.5), Later: () => move(0.5), Everything: () => show([from, to]) }
for (const button of document.querySelectorAll('button')) button.addEventListener('click', does[button.textContent])
for (const n of order) {
  const row = document.createElement('li')
  row.textContent = events[n].when + ' ' + events[n].name.en + ' ' + events[n].kind
  document.querySelector('ol').append(row)
}
place()
`

/** The page as HTML, with its events in it. */
export const plainPage = (events: readonly Shown[]): string => `<!doctype html><meta charset="utf-8">
<style>circle, rect { fill: #fff; stroke: #222 } [aria-pressed="true"] { stroke-width: 3 } li { padding: 6px; border-bottom: 1px solid #ddd }</style>
${['Closer', 'Farther', 'Earlier', 'Later', 'Everything'].map((name) => `<button>${name}</button>`).join('')}
<svg viewBox="0 0 960 300" role="group" tabindex="0"></svg><p id="chosen"></p><ol></ol>
<script>const events = ${JSON.stringify(events.map(({ when, kind, name }) => ({ when, kind, name })))}
${script}</script>`
