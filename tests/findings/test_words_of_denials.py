"""What is denied, what is lost and what is only told beside it: weakness without pain, reflexes that are gone."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


_WEAK, _SOUND = ("soleus", "weak"), ("soleus", "normal")
_SLOW, _SUDDEN = ("gradual progressive course", "present"), ("sudden onset", "present")
_PAINLESS = ("painless", "present")
_LEVEL = ("sensory level", "positive")
_JERKS = ("patellar reflex", "Achilles reflex")
HELD = [
    # weakness is there, whatever it came without
    *(
        (say, {_WEAK})
        for say in (
            "history | leg weakness without pain | present",
            "history | leg weakness, no trauma | present",
            "history | weakness of the left leg, no back pain | present",
            "history | leg weakness | no trauma",
            "history | weak legs without numbness | yes",
            "history | weakness of both legs without sensory loss | present",
            "history | leg weakness without fever | present",
            "history | left leg weakness not preceded by injury | yes",
            "history | weakness of the right leg but no numbness or tingling | present",
            "history | left leg weakness with no back pain or trauma | 2 weeks",
        )
    ),
    ("history | leg weakness without pain | present", {_PAINLESS}),
    ("history | weakness of the foot without any pain | 3 months", {_PAINLESS}),
    (
        "history | left leg weakness with no back pain or trauma | 2 weeks",
        {("back pain", "absent")},
    ),
    ("history | weak legs, no numbness | yes", {("heel", "normal")}),
    ("history | weak legs without numbness | yes", {("heel", "normal")}),
    # and it is not, where it is denied
    *(
        (say, {_SOUND})
        for say in (
            "history | no leg weakness | present",
            "history | leg weakness | denied",
            "history | leg weakness | not present",
            "history | leg pain, no weakness | present",
            "history | no weakness or numbness of the legs | yes",
            "history | no numbness or weakness of the legs | yes",
            "history | numb legs but not weak | present",
        )
    ),
    # a list that is denied is denied to its end
    *(
        (say, {("heel", "normal")})
        for say in (
            "history | no tingling or numbness in the feet | yes",
            "history | no numbness and tingling in the legs | yes",
            "history | denies numbness or tingling in the left leg | yes",
            "history | without numbness or tingling in the legs | yes",
            "history | no weakness, numbness or tingling in the legs | yes",
            "history | weakness of the right leg, no numbness or tingling | present",
        )
    ),
    ("history | no back pain, saddle anesthesia or weakness | yes", {("perineum", "normal")}),
    (
        "history | denied radicular pain, saddle anesthesia, incontinence | yes",
        {("perineum", "normal")},
    ),
    ("history | no pain, numbness or tingling in the legs | yes", {("leg pain", "absent")}),
    ("history | no back pain | 2 weeks", {("back pain", "absent")}),
    # what somebody cannot do came on as it is told
    *(
        (say, {_SLOW})
        for say in (
            "history | arm and leg do not respond to her control | progressive",
            "history | leg does not obey | gradually",
            "history | legs do not carry him | progressive",
            "history | not able to walk | progressive",
            "history | cannot walk | progressive",
        )
    ),
    ("history | not able to walk | sudden", {_SUDDEN, ("walking", "fail")}),
    ("history | not able to walk | present", {("walking", "fail")}),
    ("history | no progressive course | present", {("gradual progressive course", "absent")}),
    ("history | weakness not progressive | yes", {("gradual progressive course", "absent")}),
    # a sense that is absent below a level is lost there
    *(
        (say, {_LEVEL})
        for say in (
            "sensation | below the level of T10 | absent",
            "sensation | pinprick and vibration below T10 on the back | absent",
            "sensation | touch below the umbilicus | absent",
            "sensation | no sensation below T6 | present",
            "sensation | pain and temperature from C7 down | absent",
            "sensation | pin below C5 | absent",
            "sensation | all modalities below T12 | absent on both sides",
            "sensation | numbness from the nipples down | present",
            "sensation | loss of pain below T4 | present",
        )
    ),
    # a shock down the back on bending the neck is told of the cord
    *(
        (say, {("Lhermitte sign", "positive")})
        for say in (
            "history | electric shock down the back on neck flexion | present",
            "history | electric shocks into the legs on bending the neck | present",
            "sign | neck flexion causes an electric shock down the spine | yes",
            "pain | shock-like down the spine when bending the neck | present",
        )
    ),
    *(
        (say, {("sensory level", "negative")})
        for say in (
            "sensation | sensory level | absent",
            "sensation | sensory level at T10 | none",
            "sensation | numbness below T6 | absent",
            "sensation | no sensory loss below T6 | present",
            "sensation | pinprick below T8 | normal",
        )
    ),
    # reflexes of the head and trunk that are gone are not well
    *(
        (say, {(place, word)})
        for say, place, word in (
            ("sign | corneal, cough and gag reflexes | absent", "head and neck", "abnormal"),
            ("sign | gag reflex | absent", "head and neck", "abnormal"),
            ("sign | gag reflex | present", "head and neck", "normal"),
            ("sign | corneal reflexes | absent", "head and neck", "abnormal"),
            ("sign | pupillary light reflex | absent", "head and neck", "abnormal"),
            ("sign | abdominal reflexes | absent", "trunk", "abnormal"),
        )
    ),
    ("sign | Hoffmann sign | absent", {("brisk reflexes in the arms or jaw", "negative")}),
    # one side told against the other
    *(
        (say, {(jerk, word) for jerk in _JERKS})
        for say, word in (
            ("reflex | tendon reflexes | more pronounced on the left", "increased"),
            ("reflex | muscle stretch reflexes | more marked in the right leg", "increased"),
            ("reflex | reflexes | more active on the right", "increased"),
            ("reflex | reflexes | asymmetric, brisker on the left", "increased"),
            ("reflex | hyperreflexia, more pronounced on the left | present", "increased"),
            ("reflex | hyporeflexia | more pronounced on the left", "reduced"),
            ("reflex | reflexes | reduced, more marked at the ankles", "reduced"),
            ("reflex | reflexes | asymmetric, reduced on the left", "reduced"),
            ("reflex | reflexes | less pronounced on the left", "reduced"),
        )
    ),
    *(
        (say, {("patellar reflex", knee), ("Achilles reflex", ankle)})
        for say, knee, ankle in (
            ("reflex | reflexes | absent throughout except 2+ at the ankles", "absent", "normal"),
            ("reflex | reflexes | absent except at the knees", "normal", "absent"),
            ("reflex | reflexes | absent except for the knee jerks (2+)", "normal", "absent"),
            (
                "reflex | deep tendon reflexes | absent except for preserved ankle jerks",
                "absent",
                "normal",
            ),
            ("reflex | reflexes | reduced except at the ankles", "reduced", "normal"),
        )
    ),
    # a range is normal, and no finding
    *(
        (say, {(name, word)})
        for say, name, word in (
            (
                "laboratory | Borrelia antibodies | within the normal range",
                "borrelia antibodies",
                "absent",
            ),
            ("laboratory | ANCA | within reference range", "ANCA or eosinophilia", "absent"),
            (
                "laboratory | VGCC antibodies | in the normal range",
                "calcium channel antibodies",
                "absent",
            ),
            ("laboratory | HIV serology | below the cut-off", "HIV test positive", "absent"),
            (
                "laboratory | borrelia antibodies | above the reference range",
                "borrelia antibodies",
                "present",
            ),
            ("laboratory | CK | in the normal range", "creatine kinase normal", "present"),
            ("laboratory | creatine kinase | 22,255 units/L", "creatine kinase raised", "present"),
            ("laboratory | CK | 150 units/L", "creatine kinase normal", "present"),
            ("laboratory | CK | 4344 units per litre", "creatine kinase raised", "present"),
            (
                "imaging | bone scintigraphy | no abnormal uptake",
                "tumour marker or metastatic bone lesion",
                "absent",
            ),
        )
    ),
    # units are as they are called, whatever else they came without
    *(
        (say, {("small motor units", word)})
        for say, word in (
            ("emg | EMG | myopathic pattern without spontaneous activity", "abnormal"),
            ("emg | EMG | myopathic changes, no fibrillations", "abnormal"),
            ("emg | EMG | no myopathic changes", "normal"),
            ("emg | EMG | myopathic units absent", "normal"),
            ("emg | EMG | no evidence of an inflammatory myopathy", "normal"),
        )
    ),
    # arms that are spared are well, and legs that are weak more than arms are weak as well
    *(
        (say, {_WEAK, ("upper limb", "normal")})
        for say in (
            "strength | weakness of both legs, arms spared | present",
            "strength | legs weak, arms not | yes",
            "strength | weakness of the legs but not of the arms | yes",
            "strength | weakness of legs, not arms | yes",
            "strength | arms and face unaffected, leg weak | yes",
            "history | weakness of the legs, arms spared | present",
        )
    ),
    *(
        (say, {("heel", "reduced"), ("upper limb", "normal")})
        for say in (
            "sensation | legs numb, arms spared | present",
            "sensation | numbness of the feet, hands spared | present",
        )
    ),
    ("strength | legs weak | arms spared", {_WEAK, ("upper limb", "normal")}),
    ("sensation | legs numb | arms spared", {("heel", "reduced"), ("upper limb", "normal")}),
    ("strength | legs more affected than arms | yes", {_WEAK, ("upper limb", "abnormal")}),
    ("strength | legs | proximal more than distal weakness", {("psoas", "weak")}),
    (
        "strength | quadriceps more affected than hamstrings | yes",
        {("vastus medialis", "weak"), ("semitendinosus", "weak")},
    ),
    (
        "history | prolonged hyperlordosis during surgery | yes",
        {("prolonged surgery or positioning", "present")},
    ),
    (
        "history | pain in the calf when walking, stops when he stands still | present",
        {("exertional leg pain", "present")},
    ),
    (
        "strength | weakness in the legs more than the arms | yes",
        {_WEAK, ("upper limb", "abnormal")},
    ),
    # a fall without harm is a fall
    *(
        (say, {("fall or road accident", "present")})
        for say in (
            "history | fell but did not hit her back | yes",
            "history | fell, not injured | yes",
            "history | fell without hitting his head | yes",
        )
    ),
    ("history | left foot drop without trauma or back pain | 2 months", {("back pain", "absent")}),
    # "gross" says how it was tried
    *(
        (say, {("heel", "reduced")})
        for say in (
            "sensation | gross sensation of both legs | moderately decreased",
            "sensation | gross light touch in the left leg | diminished",
            "sensation | foot | grossly reduced",
        )
    ),
    ("strength | gross strength of the left leg | reduced", {_WEAK}),
    ("sensation | whole left leg demarcated at the groin | lost", {("heel", "absent")}),
    ("sensation | right leg, cut off at the hip | absent", {("heel", "absent")}),
    # a pop that is felt is an injury where it is felt
    *(
        (say, {("knee injury", "present")})
        for say in (
            "history | felt a pop in the knee | present",
            "history | heard a snap in the left knee | yes",
            "history | landed on an extended knee and felt a pop just above the knee | present",
        )
    ),
    *(
        (say, {("absent foot pulses", word)})
        for say, word in (
            ("sign | pedal pulses disappear on plantarflexion | present", "positive"),
            ("sign | dorsalis pedis pulse | disappears with passive dorsiflexion", "positive"),
            ("sign | dorsalis pedis pulse does not disappear on plantarflexion | yes", "negative"),
        )
    ),
    # polio beside what it left
    *(
        (say, {("childhood poliomyelitis", "present")})
        for say in (
            "history | leg weak and thin after poliomyelitis at 8 months of age | present",
            "history | left leg thin since poliomyelitis | present",
            "history | residual weakness of the left leg after poliomyelitis | present",
        )
    ),
]


@pytest.mark.parametrize(("say", "held"), HELD)
def test_it_is_read(known: Names, members: Members, say: str, held: set[tuple[str, str]]) -> None:
    assert held <= _said(known, members, say)


NOT = [
    ("history | toe walker as a child | present", "walking"),
    ("history | keen hill walker | yes", "walking"),
    ("history | electric shock when coughing | present", "Lhermitte sign"),
    ("strength | neck flexion | 4/5", "Lhermitte sign"),
    (
        "sign | neck flexion causes an electric shock down the spine | yes",
        "loss of lumbar lordosis or restricted lumbar flexion",
    ),
    ("gait | hyperlordotic and waddling | yes", "prolonged surgery or positioning"),
    ("history | leg weakness without pain | present", "leg pain"),
    ("history | weakness of the foot without any pain | 3 months", "heel"),
    ("pain | on resisted knee flexion | provoked", "night pain"),
    ("pain | provoked by knee flexion | present", "night pain"),
    ("sign | ecchymosis of the distal thigh | faint", "purpura or livedo"),
    ("sign | ecchymosis | absent", "purpura or livedo"),
    ("sign | large bruise over the calf | present", "muscle hypertrophy of the calves"),
    ("history | weakness improves with repeated use | present", "improving since onset"),
    ("history | weakness improves after sustained contraction | present", "improving since onset"),
    ("history | weakness of the foot spreading to the thigh | present", "hip abduction"),
    ("history | knee pops when bending | present", "knee injury"),
    ("history | felt a pop in the calf | present", "knee injury"),
    ("sensation | foot and leg, ending at the knee | numb", "anterior thigh"),
    ("imaging | bone scan | normal", "tumour marker or metastatic bone lesion"),
    ("imaging | bone scan | not done", "tumour marker or metastatic bone lesion"),
]


@pytest.mark.parametrize(("say", "name"), NOT)
def test_it_is_not_read_as(known: Names, members: Members, say: str, name: str) -> None:
    assert name not in {target for target, _ in _said(known, members, say)}
