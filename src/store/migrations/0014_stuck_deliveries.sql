-- What the console counts of each endpoint, without a look at all that was ever delivered.

CREATE INDEX deliveries_stuck ON deliveries (endpoint, state) WHERE state IN ('held', 'failed');
