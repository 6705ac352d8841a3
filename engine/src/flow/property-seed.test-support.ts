/** The seed of every property of the engine, so that a failure shows itself again. */
export const PROPERTY_SEED = 20_261_122;
