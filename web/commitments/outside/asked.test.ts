import { expect, it } from 'vitest'
import { askedOf, nothingAsked } from './asked.ts'

it('asks for nothing, for a period with open ends, for a place, and for nothing at all while a part is missing', () => {
  expect(askedOf(nothingAsked)).toEqual({})
  expect(askedOf({ ...nothingAsked, from: '2026-01-02' })).toEqual({
    period: { from: '2026-01-02', to: '9999-12-31' },
  })
  expect(askedOf({ ...nothingAsked, latitude: '48,5', longitude: '−37.25', km: '30' })).toEqual({
    near: { latitude: 48.5, longitude: -37.25, km: 30 },
  })
  for (const wrong of [
    { from: '2026-02-30' },
    { from: '2026-02-02', to: '2026-02-01' },
    { latitude: '48.5' },
    { latitude: '91', longitude: '1', km: '1' },
    { latitude: 'x', longitude: '1', km: '1' },
  ])
    expect(askedOf({ ...nothingAsked, ...wrong })).toBeNull()
})
