import { levelOf } from '../../map/classes.ts'
import { word } from '../words.ts'
import { fillOf, Patterns } from './patterns.tsx'
import { Discs, Label, RegionLink, Unspoken } from './shapes.tsx'
import type { MapView } from './view.ts'

/** The regions, each a link to its records. A group and not an image, whose links nobody would be told of. */
export function Drawing({ view }: { view: MapView }) {
  const { form, tally, circles, classes, locale, question } = view
  const { width, height, inset, outlines } = form.map.ground
  // Once more above its neighbours, who are drawn over half of its border.
  const here = Object.hasOwn(outlines, question.region ?? '') ? outlines[question.region ?? ''] : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no element for it
    <svg
      class="ground"
      role="group"
      aria-labelledby="map-title"
      aria-describedby="map-about"
      viewBox={`-8 -4 ${width + 12} ${height + 8}`}
    >
      <title id="map-title">{word(locale, 'mapTitle')}</title>
      <desc id="map-about">{word(locale, 'mapDescription')}</desc>
      <Patterns />
      {tally.regions.map((region) => {
        const outline = outlines[region.code]
        if (outline === undefined) return null
        return (
          <RegionLink view={view} region={region} isHere={region.code === question.region}>
            <path d={outline.path} fill={fillOf(levelOf(classes, region.count))} />
          </RegionLink>
        )
      })}
      {here === undefined ? null : <path class="here" d={here.path} />}
      <Discs circles={circles.filter(({ region }) => region !== inset)} />
      <Unspoken kind="names">
        {tally.regions.map(({ code, count }) => {
          const outline = outlines[code]
          return outline === undefined ? null : (
            <Label view={view} code={code} count={count} x={outline.x} y={outline.y} />
          )
        })}
      </Unspoken>
    </svg>
  )
}
