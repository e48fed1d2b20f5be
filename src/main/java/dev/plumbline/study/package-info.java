/// One study: request, run, result, file.
///
/// Question: what was asked, what came out, and does it come out again? In: a `StudyRequest`. Out:
/// a `StudyResult`, kept in one file.
package dev.plumbline.study;
