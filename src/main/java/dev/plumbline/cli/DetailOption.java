package dev.plumbline.cli;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.embedding.BundleReader;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.Failure;
import dev.plumbline.study.ModelSource;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.TestDetail;
import dev.plumbline.study.TestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option by which `bias` looks into one test instead of running the battery.
final class DetailOption {
  @Option(
      names = "--detail",
      paramLabel = "TEST[:ORDER]",
      description =
          "Look into one test instead of running the battery: every stimulus, both targets alone,"
              + " null distribution; in all its orders if none is named.")
  private String wanted;

  /// Whether it was given.
  boolean given() {
    return wanted != null;
  }

  /// What was found, and what could not be looked into.
  record Found(List<TestDetail> details, List<Failure> failures) {}

  /// Looks into the test with every model, models outermost.
  ///
  /// @throws PlumblineException if there is no such test or nothing of it can be run
  Found of(
      StudyRequest request, RunSettings settings, Progress progress, Cancellation cancellation) {
    Optional<AssociationTest> whole = test(request, wanted);
    int colon = wanted.lastIndexOf(':');
    TestId test = new TestId(whole.isPresent() || colon < 0 ? wanted : wanted.substring(0, colon));
    List<Order> orders =
        whole.isEmpty() && colon >= 0
            ? List.of(Order.parse(wanted.substring(colon + 1)))
            : whole.map(AssociationTest::orders).orElse(List.of(Order.ALL_TEXT));
    TestDetails details = new TestDetails(settings);
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    for (ModelSource source : request.models()) {
      ModelId model = BundleReader.read(source.folder()).id();
      for (Order order : orders) {
        try {
          found.details().add(details.of(request, model, test, order, progress, cancellation));
        } catch (PlumblineException e) {
          found.failures().add(new Failure(model + ", " + order.label(), e.getMessage()));
        }
      }
    }
    if (found.details().isEmpty()) {
      throw new PlumblineException(found.failures().getFirst().sentence());
    }
    return found;
  }

  private static Optional<AssociationTest> test(StudyRequest request, String id) {
    return request.battery().tests().stream()
        .filter(test -> test.id().value().equals(id))
        .findFirst();
  }
}
