/** The coastlines of the world, without any border (Natural Earth 1:110m, public domain; from the package world-atlas). */
import { feature } from 'topojson-client'
import atlas from 'world-atlas/land-110m.json'

type Atlas = Parameters<typeof feature>[0]

const topology = atlas as unknown as Atlas & {
  readonly objects: { readonly land: Parameters<typeof feature>[1] }
}

/** The land as one shape. */
export const land = feature(topology, topology.objects.land)
