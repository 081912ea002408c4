-- Ends of corrections that name a review which is not loaded, and no document: only such a name may be misspelt.
with waiting as (
    select c.*
    from main.corrections v
    join core.corrections c using (correction_id)
    where v.state = 'waiting'
),
ends as (
    select correction_id, line, review, document
    from waiting
    union
    select correction_id, line, other_review, other_document
    from waiting
    where kind in ('link', 'unlink')
)
select
    e.correction_id,
    e.review
from ends e
anti join core.current_documents d on d.review_id = e.review
where e.document = ''
    and e.review <> ''
order by e.line, e.review;
