/// Which rows of a manifest are to stay?
///
/// In: an expression such as `similarity >= 0.3 and language in ('en')`. Out: a `Filter`, a tree of
/// typed conditions that holds no SQL. `FilterParser` reads, `FilterText` writes; `BoundFilter` of
/// the package above binds a tree to a manifest.
package dev.plumbline.composition.filter;
