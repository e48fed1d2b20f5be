/// The launcher: window or command.
package dev.plumbline.app;
