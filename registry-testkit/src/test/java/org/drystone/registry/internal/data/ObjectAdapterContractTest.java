package org.drystone.registry.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.spi.ValueAdapter;
import org.drystone.registry.testkit.contract.ValueAdapterContract;

/** Plain objects are published by an adapter, too, which keeps the contract of adapters. */
class ObjectAdapterContractTest extends ValueAdapterContract<Object, Object> {

  private final ObjectAdapter adapter =
      new ObjectAdapter(new ImmutabilityChecker(), Optional.empty());

  @Override
  protected ValueAdapter<Object, Object> adapter() {
    return adapter;
  }

  @Override
  protected Object value(int number) {
    return List.of("value", number);
  }

  @Override
  protected Object content(Object value) {
    return value;
  }

  @Override
  protected void assertNothingIsLeft() {
    assertThat(adapter.export("anything")).as("objects have no files").isEmpty();
  }
}
