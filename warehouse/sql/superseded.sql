select
    former.document_id,
    former.review_id,
    former.superseded_by,
    latter.file_name,
    (
        select count(*)
        from core.traits t
        where t.document_id = former.document_id
            and t.field in ('action', 'progress', 'name')
    ) as texts,
    (
        select count(*)
        from core.traits t
        where t.document_id = former.document_id
            and t.field in ('action', 'progress', 'name')
            and t.key in (
                select s.key
                from core.traits s
                where s.document_id = latter.document_id
                    and s.field in ('action', 'progress', 'name')
            )
    ) as kept
from core.documents former
join core.documents latter on latter.document_id = former.superseded_by
where former.review_id in (select unnest($review_ids::varchar[]))
order by former.sequence;
