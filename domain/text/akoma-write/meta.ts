/** The part of a paper that says what it is: work, expression, manifestation (IFLA FRBR), and who is named in it. */
import { languageCode } from '../masthead.ts'
import { element, type XmlElement } from '../xml.ts'
import { identifier, type PaperHead } from './paper.ts'

const unknownDay = '0001-01-01'
const source = { source: '#parley' }

/** A title as part of an address: letters and figures of any script, hyphens between. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60) || 'text'

const levels = (head: PaperHead, component: string): readonly XmlElement[] => {
  const day = head.date ?? unknownDay
  const work = `/akn/un/doc/${identifier(head.name)}/${day}/${slug(head.title)}`
  const code = languageCode(head.language)
  const level = (name: string, uri: string, end: string, ...rest: readonly XmlElement[]): XmlElement =>
    element(name, {}, [
      element('FRBRthis', { value: `${uri}/!${component}${end}` }),
      element('FRBRuri', { value: `${uri}${end}` }),
      element('FRBRdate', { date: day, name: 'text' }),
      element('FRBRauthor', { href: '#parley', as: '#editor' }),
      ...rest,
    ])
  return [
    level('FRBRWork', work, '', element('FRBRcountry', { value: 'un' })),
    level('FRBRExpression', `${work}/${code}@`, '', element('FRBRlanguage', { language: code })),
    level('FRBRManifestation', `${work}/${code}@`, '.xml'),
  ]
}

/** The `meta` of a paper, or of an annex that is a document of its own. */
export const metaOf = (head: PaperHead, component = 'main'): XmlElement =>
  element('meta', {}, [
    element('identification', source, levels(head, component)),
    ...(component === 'main'
      ? [
          element('references', source, [
            element('TLCOrganization', {
              eId: 'parley',
              href: '/akn/ontology/organization/parley',
              showAs: 'Parley',
            }),
            element('TLCRole', { eId: 'editor', href: '/akn/ontology/role/editor', showAs: 'Editor' }),
            ...head.parties.map(({ id, name }) =>
              element('TLCOrganization', { eId: id, href: `/akn/ontology/organization/${id}`, showAs: name }),
            ),
          ]),
        ]
      : []),
  ])
