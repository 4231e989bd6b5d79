package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** A kind of disability (残疾类别), after GB/T 26341-2010. */
public enum DisabilityKind implements Coded {
  /** 视力残疾. */
  VISUAL("visual", Wording.of("视力", "visual"), "视力残疾"),
  /** 听力残疾. */
  HEARING("hearing", Wording.of("听力", "hearing"), "听力残疾"),
  /** 言语残疾. */
  SPEECH("speech", Wording.of("言语", "speech"), "言语残疾"),
  /** 肢体残疾. */
  PHYSICAL("physical", Wording.of("肢体", "physical"), "肢体残疾"),
  /** 智力残疾. */
  INTELLECTUAL("intellectual", Wording.of("智力", "intellectual"), "智力残疾"),
  /** 精神残疾. */
  PSYCHIATRIC("psychiatric", Wording.of("精神", "psychiatric"), "精神残疾"),
  /** 多重残疾. */
  MULTIPLE("multiple", Wording.of("多重", "multiple"), "多重残疾");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  DisabilityKind(String code, Wording wording, String... otherNames) {
    this.code = code;
    this.wording = wording;
    this.otherNames = ImmutableSet.copyOf(otherNames);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public ImmutableSet<String> otherNames() {
    return otherNames;
  }
}
