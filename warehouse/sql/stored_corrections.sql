select
    correction_id,
    made_at,
    made_by,
    why,
    kind,
    review,
    document,
    subject,
    refs,
    number,
    "row",
    text,
    field,
    was,
    now,
    other_review,
    other_document,
    other_refs,
    other_number,
    other_row,
    other_text
from core.corrections
order by line;
