/// Criteria and verdicts: limits written down before the result, then passed, failed or undecided.
///
/// Question: may the model be used under the criteria? In: the results of all stages. Out: a
/// verdict with reasons.
package dev.plumbline.policy;
