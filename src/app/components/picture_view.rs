//! A picture's marks as SVG elements.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::shared::Shared;
use crate::export::svg::{anchor_word, places, tenths};
use crate::plot::{DrawnMark, Picture, Shape};

/// A picture as a property; nothing where its width is not known yet.
pub(super) type SharedPicture = Shared<Rc<Option<Picture>>>;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) picture: SharedPicture,
    /// Tells the picture's elements from those of other pictures.
    pub(super) id: AttrValue,
}

/// A picture. A component, so that its elements are made once for each picture and not whenever what
/// stands around it changes.
#[component]
pub(super) fn PictureView(props: &Props) -> Html {
    match &*props.picture.0 {
        Some(picture) => picture_view(picture, &props.id),
        None => html! {},
    }
}

fn picture_view(picture: &Picture, id: &str) -> Html {
    let (title, description) = (format!("{id}-title"), format!("{id}-description"));
    html! {
        <svg
            class="picture"
            role="img"
            aria-labelledby={title.clone()}
            aria-describedby={description.clone()}
            viewBox={format!("0 0 {} {}", picture.width, picture.height)}
            width={picture.width.to_string()}
            height={picture.height.to_string()}
        >
            <title id={title}>{ picture.title.clone() }</title>
            <desc id={description}>{ picture.description.clone() }</desc>
            { for picture.marks.iter().map(mark_view) }
        </svg>
    }
}

fn mark_view(mark: &DrawnMark) -> Html {
    let class = mark.ink.class;
    let subject = mark.about.as_ref();
    let id = subject.map(|subject| subject.id.clone());
    let title = subject.map(|subject| html! { <title>{ subject.words.clone() }</title> });
    match &mark.shape {
        Shape::Line { from, to, width } => html! {
            <line
                {class}
                data-subject={id}
                x1={tenths(from.0)}
                y1={tenths(from.1)}
                x2={tenths(to.0)}
                y2={tenths(to.1)}
                stroke-width={tenths(*width)}
            >{ title }</line>
        },
        Shape::Path { points, width } => html! {
            <polyline
                {class}
                data-subject={id}
                points={places(points)}
                stroke-width={tenths(*width)}
            >{ title }</polyline>
        },
        Shape::Circle { centre, radius } => html! {
            <circle
                {class}
                data-subject={id}
                cx={tenths(centre.0)}
                cy={tenths(centre.1)}
                r={tenths(*radius)}
            >{ title }</circle>
        },
        Shape::Text {
            at,
            size,
            anchor,
            bold,
            text,
        } => html! {
            <text
                {class}
                x={tenths(at.0)}
                y={tenths(at.1)}
                font-size={tenths(*size)}
                font-weight={bold.then_some("700")}
                text-anchor={anchor_word(*anchor)}
            >{ text.clone() }</text>
        },
    }
}
