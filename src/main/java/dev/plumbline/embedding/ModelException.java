package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.util.List;

/// A model that cannot be read or run, told in a sentence that exists in every language.
public class ModelException extends PlumblineException {
  private static final long serialVersionUID = 1L;

  private final String sentence;
  private final transient List<Object> values;

  ModelException(Complaint complaint) {
    super(complaint.text());
    this.sentence = complaint.sentence();
    this.values = complaint.values();
  }

  ModelException(Complaint complaint, Throwable cause) {
    super(complaint.text(), cause);
    this.sentence = complaint.sentence();
    this.values = complaint.values();
  }

  /// What is wrong.
  public Complaint complaint() {
    return new Complaint(sentence, values);
  }
}
