/// The what-if of the Data page: choices of a filter, what it would leave, of whom.
package dev.plumbline.ui.data.whatif;
