/** Texts with exactly the keys of `T`: a missing or additional key is a type error. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
