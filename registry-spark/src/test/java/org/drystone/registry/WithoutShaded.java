package org.drystone.registry;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what the published jars contain under a name of their own. */
final class WithoutShaded implements ImportOption {

  @Override
  public boolean includes(Location location) {
    return !location.contains("/shaded/");
  }
}
