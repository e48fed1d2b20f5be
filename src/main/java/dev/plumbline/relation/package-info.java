/// Bias against performance.
///
/// Question: do models with more bias score higher? In: association results, scores and
/// compositions. Out: correlations with interval, p and adjusted p per category and order.
package dev.plumbline.relation;
