package dev.plumbline.manifest;

import java.util.OptionalDouble;
import org.apache.spark.connect.proto.ExecutePlanResponse;
import org.apache.spark.connect.proto.ExecutePlanResponse.ExecutionProgress.StageInfo;
import org.sparkproject.io.grpc.CallOptions;
import org.sparkproject.io.grpc.Channel;
import org.sparkproject.io.grpc.ClientCall;
import org.sparkproject.io.grpc.ClientInterceptor;
import org.sparkproject.io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import org.sparkproject.io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import org.sparkproject.io.grpc.Metadata;
import org.sparkproject.io.grpc.MethodDescriptor;

/// Listens to what the server says about the tasks of the running query.
///
/// The share is that of finished tasks among those planned so far; it never falls while a query
/// runs, although later stages may add tasks.
final class SparkProgress implements ClientInterceptor {
  private volatile double share = -1;

  /// A new query begins.
  void start() {
    share = -1;
  }

  /// Finished share of the running query, if the server has told one.
  OptionalDouble share() {
    double now = share;
    return now < 0 ? OptionalDouble.empty() : OptionalDouble.of(now);
  }

  private void hear(Object message) {
    if (message instanceof ExecutePlanResponse response && response.hasExecutionProgress()) {
      long tasks = 0;
      long done = 0;
      for (StageInfo stage : response.getExecutionProgress().getStagesList()) {
        tasks += stage.getNumTasks();
        done += stage.getNumCompletedTasks();
      }
      if (tasks > 0) {
        share = Math.max(share, Math.min(1, (double) done / tasks));
      }
    }
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<Q, R>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<R>(listener) {
              @Override
              public void onMessage(R message) {
                hear(message);
                super.onMessage(message);
              }
            },
            headers);
      }
    };
  }
}
