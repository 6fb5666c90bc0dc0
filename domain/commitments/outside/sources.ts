/** Outside sources: who coded what a member loads from a file, and on what terms it may be used. */
import type { Localised } from '#domain/parties/localised.ts'

/** The sources that Parley reads: implementation coding of other agreements, two collections of violent events, and a list of agreements. */
export const outsideSources = ['pam-id', 'ucdp-ged', 'acled', 'pa-x'] as const
export type OutsideSource = (typeof outsideSources)[number]

/** The sources of events. */
export type EventSource = Exclude<OutsideSource, 'pam-id' | 'pa-x'>

/** What a source is called and what its own terms ask: shown wherever its coding is shown. */
export interface SourceNotes {
  readonly name: Localised
  readonly licence: Localised
}

/**
 * The notes of each source. UCDP: Sundberg & Melander 2013, CC BY 4.0. ACLED: Raleigh, Kishi & Linke 2023, its Terms of
 * Use. PAM_ID: Joshi, Quinn & Regan 2015. PA-X: Bell & Badanjak 2019, its Terms of Use. The terms may change: who loads a file answers for keeping them.
 */
export const sourceNotes: Readonly<Record<OutsideSource, SourceNotes>> = {
  'pam-id': {
    name: {
      en: 'Peace Accords Matrix, implementation data set (PAM_ID)',
      ru: 'Peace Accords Matrix, набор данных о выполнении соглашений (PAM_ID)',
    },
    licence: {
      en: 'Not to be passed on. Cite Joshi, Quinn & Regan 2015.',
      ru: 'Передавать дальше нельзя. Ссылаться на: Joshi, Quinn & Regan 2015.',
    },
  },
  'ucdp-ged': {
    name: {
      en: 'UCDP Georeferenced Event Dataset (Uppsala University)',
      ru: 'Набор данных о событиях с географической привязкой UCDP (Упсальский университет)',
    },
    licence: {
      en: 'CC BY 4.0: may be used and passed on if the source is named. Cite Sundberg & Melander 2013.',
      ru: 'CC BY 4.0: можно использовать и передавать с указанием источника. Ссылаться на: Sundberg & Melander 2013.',
    },
  },
  acled: {
    name: {
      en: 'Armed Conflict Location & Event Data (ACLED)',
      ru: 'Данные о местах и событиях вооружённых конфликтов (ACLED)',
    },
    licence: {
      en: 'ACLED’s own terms: the rows themselves may not be passed on to others; name the source and the date of access.',
      ru: 'Собственные условия ACLED: сами записи другим не передавать; указывать источник и дату обращения.',
    },
  },
  'pa-x': {
    name: {
      en: 'PA-X Peace Agreements Database (University of Edinburgh)',
      ru: 'База данных мирных соглашений PA-X (Эдинбургский университет)',
    },
    licence: {
      en: 'PA-X’s own terms of use. Name the version and cite Bell & Badanjak 2019.',
      ru: 'Собственные условия PA-X. Указывать версию и ссылаться на: Bell & Badanjak 2019.',
    },
  },
}
