/** What axe finds on a page: WCAG 2.2, levels A and AA. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is looked at: everything, colours alone, or everything else (the same colours are not measured twice). */
export type Scope = 'all' | 'colours' | 'all but colours'

/** Every violation on the page as it is, a line each; empty when there is none. */
export const faultsOf = async (page: Page, scope: Scope = 'all'): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  if (scope === 'colours') builder.withRules('color-contrast')
  else builder.withTags(tags)
  if (scope === 'all but colours') builder.disableRules('color-contrast')
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}: ${target.join(' ')} ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`,
    ),
  )
}
