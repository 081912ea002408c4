select
    d.document_id,
    d.review_id,
    exists (
        select 1
        from core.extracted e
        where e.document_id = d.document_id
            and e.subject_kind = 'review'
    ) as was_renamed,
    coalesce(
        (
            select list(p.correction_id)
            from core.placements p
            where p.document_id = d.document_id
        ),
        []
    ) as placed
from core.documents d
where d.outcome <> 'refused'
order by d.sequence;
