/// Charts and files for readers.
///
/// Question: how are results shown, and how do they leave Plumbline? In: results of a study and a
/// `ChartStyle`. Out: `Figure`s (chart, the table behind it, the same for an office program), and
/// PNG, SVG, CSV and PPTX files of them. A factory draws what it is given and computes no
/// statistics; what cannot be drawn is a sentence that says why.
package dev.plumbline.report;
