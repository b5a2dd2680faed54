import type { Circle } from '../../map/circles.ts'
import { levelOf } from '../../map/classes.ts'
import { boxOf, enlarged, type Point } from '../../map/ground.ts'
import { word } from '../words.ts'
import { fillOf } from './patterns.tsx'
import { RegionLink, short, Unspoken } from './shapes.tsx'
import { type MapView, regionLabel } from './view.ts'

/** How wide it is drawn, in units of its own; the room around it is for the names. */
const width = 300
const room = 40

/** A region enlarged, with its departments by name. */
export function Inset({ view, code }: { view: MapView; code: string }) {
  const { form, tally, circles, classes, locale, question } = view
  const outline = form.map.ground.outlines[code]
  const region = tally.regions.find((one) => one.code === code)
  if (outline === undefined || region === undefined) return null
  const box = boxOf(outline.path)
  const scale = (width - 2 * room) / box.width
  const name = word(locale, 'mapEnlarged', { region: regionLabel(view, code) })
  const here = circles
    .filter((circle) => circle.region === code)
    .map((circle) => ({
      ...circle,
      x: room + (circle.x - box.x) * scale,
      y: room + (circle.y - box.y) * scale,
    }))
  const middle = {
    x: here.reduce((sum, { x }) => sum + x, 0) / here.length,
    y: here.reduce((sum, { y }) => sum + y, 0) / here.length,
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no element for it
    <svg
      class="inset"
      role="group"
      aria-label={name}
      viewBox={`0 0 ${width} ${short(box.height * scale + 1.6 * room)}`}
    >
      <RegionLink view={view} region={region} isHere={code === question.region} name={name}>
        <path d={enlarged(outline.path, scale, room)} fill={fillOf(levelOf(classes, region.count))} />
      </RegionLink>
      <Unspoken kind="discs">
        {here.map(({ x, y, radius }) => (
          <circle cx={short(x)} cy={short(y)} r={short(radius)} />
        ))}
        {here.map((circle) => (
          <Named circle={circle} label={`${circle.label[locale]} ${circle.count}`} middle={middle} />
        ))}
      </Unspoken>
      <Unspoken kind="names">
        <text x={width / 2} y="18">
          {name}
        </text>
      </Unspoken>
    </svg>
  )
}

type NamedProps = { readonly circle: Circle; readonly label: string; readonly middle: Point }

/** Names lead away from the middle, the northern ones above their discs: the departments of a city are close. */
function Named({ circle: { x, y, radius }, label, middle }: NamedProps) {
  const isAbove = y < middle.y
  return (
    <text
      class={isAbove && x < middle.x ? 'before' : 'beside'}
      x={short(x)}
      y={short(isAbove ? y - radius - 3 : y + radius + 9)}
    >
      {label}
    </text>
  )
}
