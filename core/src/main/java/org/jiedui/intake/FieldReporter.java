package org.jiedui.intake;

import com.google.common.base.Splitter;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import java.util.List;

/** Reports violations at fields of a draft that is checked as a whole. */
final class FieldReporter {

  private static final Splitter PATH = Splitter.on('.');

  private final ConstraintValidatorContext context;
  private boolean clean = true;

  FieldReporter(ConstraintValidatorContext context) {
    this.context = context;
    context.disableDefaultConstraintViolation();
  }

  void at(String field, DraftRule rule, Object... details) {
    clean = false;
    ConstraintViolationBuilder builder =
        context.buildConstraintViolationWithTemplate(DraftValidator.template(rule, details));
    List<String> nodes = PATH.splitToList(field);
    NodeBuilderCustomizableContext node = builder.addPropertyNode(nodes.get(0));
    for (String next : nodes.subList(1, nodes.size())) {
      node = node.addPropertyNode(next);
    }
    node.addConstraintViolation();
  }

  boolean isClean() {
    return clean;
  }
}
