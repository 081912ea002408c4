delete from core.findings
where origin = 'store'
    and code = 'superseded'
    and document_id in (
        select document_id
        from core.documents
        where list_contains($review_ids::varchar[], review_id)
    );
delete from core.settled_findings
where origin = 'store'
    and code = 'superseded'
    and document_id in (
        select document_id
        from core.documents
        where review_id in (select unnest($review_ids::varchar[]))
    );
