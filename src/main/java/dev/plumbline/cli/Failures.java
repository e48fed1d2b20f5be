package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.study.Failure;
import dev.plumbline.study.StudyResult;
import java.util.List;
import java.util.stream.Collectors;

/// What failed in a run, for the command line.
final class Failures {
  private Failures() {}

  /// Throws the first failure if there are no results beside it.
  ///
  /// @throws PlumblineException if there are failures and `nothing` holds
  static void refuseIfNothingElse(StudyResult result, boolean nothing) {
    List<Failure> failures = result.failures();
    if (nothing && !failures.isEmpty()) {
      String sentence = failures.getFirst().sentence();
      throw new PlumblineException(
          failures.size() == 1
              ? sentence
              : "Nothing could be measured; the first of "
                  + failures.size()
                  + " reasons: "
                  + sentence);
    }
  }

  /// One failure.
  static JsonObject json(Failure failure) {
    JsonObject json = new JsonObject();
    json.addProperty("subject", failure.subject());
    json.addProperty("sentence", failure.sentence());
    return json;
  }

  /// One line a failure.
  static String text(List<Failure> failures) {
    return failures.stream()
        .map(failure -> failure.subject() + ": " + failure.sentence() + "\n")
        .collect(Collectors.joining());
  }
}
