package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.drystone.registry.Hub;
import org.junit.jupiter.api.Test;

/** The jar that users take keeps the contract beside a Guava of 2013. */
class PackagedHubIT extends RegistryContract {

  @Override
  protected Hub.Builder hub() {
    return Hub.builder();
  }

  @Test
  void runs_from_the_jar_and_the_only_guava_beside_it_is_the_old_one() throws Exception {
    assertThat(Hub.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith(".jar");
    assertThat(
            Class.forName("com.google.common.collect.ImmutableList")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath())
        .endsWith("guava-14.0.1.jar");
    assertThatThrownBy(() -> Class.forName("com.google.common.base.MoreObjects"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
