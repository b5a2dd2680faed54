import { Ajv } from 'ajv'
import schema from 'geojson-schema/FeatureCollection.json' with { type: 'json' }

const validate = new Ajv({ allErrors: true }).compile(schema)

/** Where a value is no FeatureCollection by the JSON Schema that geojson.org publishes for RFC 7946, and why. */
export const geojsonFaults = (value: unknown): readonly string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
