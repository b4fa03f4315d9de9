// A property that fails must fail for everybody: the same cases in each run, and others with PROPERTY_SEED=7 npm test.
import { configureGlobal } from 'fast-check'

configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_122) })
