/// Charts and exports.
///
/// Question: how is a result shown and taken elsewhere? In: results. Out: charts in one theme, as
/// PNG, SVG, CSV and editable slides.
package dev.plumbline.report;
