package dev.plumbline.manifest;

/// A Java function that queries can call; see [QueryEngine#register].
public final class TextFunction implements AutoCloseable {
  private final String name;
  private final int handle;
  private final Runnable onClose;

  TextFunction(String name, int handle, Runnable onClose) {
    this.name = name;
    this.handle = handle;
    this.onClose = onClose;
  }

  /// SQL that applies the function to an SQL expression of text.
  public String call(String expression) {
    return name + "(" + handle + ", " + expression + ")";
  }

  /// Withdraws the function; queries that use it must have ended.
  @Override
  public void close() {
    onClose.run();
  }
}
