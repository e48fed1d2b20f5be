package dev.plumbline.ui.part;

import dev.plumbline.ui.session.Look;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says where a model really ran, in the language of the window.
public final class UsedDevice {
  private static final Pattern THREADS = Pattern.compile("cpu \\(([0-9]+) threads?\\)");

  private UsedDevice() {}

  /// Name of a device as a run notes it, such as `cpu (2 threads)`, `cuda`, `cache` or
  /// `precomputed`; one without a name stands as it is noted.
  public static String name(String label, Look look) {
    Matcher threads = THREADS.matcher(label);
    if (threads.matches()) {
      return look.text("used.threads", Integer.valueOf(threads.group(1)));
    }
    String key = "used." + label;
    return look.messages().has(key) ? look.text(key) : label;
  }
}
